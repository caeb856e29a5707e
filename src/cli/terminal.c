/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/terminal.h"

#include <errno.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

/* The other screen, without wrapping and cursor; and back */
#define ENTER "\033[?1049h\033[?7l\033[?25l"
#define LEAVE "\033[?25h\033[?7h\033[?1049l"

static const int signals[] = { SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH };

struct _RoundelTerminal
{
  RoundelTerminalCalls calls;
  gpointer data;
  struct termios saved;
  sigset_t saved_mask;
  int signal_fd;
  guint signal_source;
  guint key_source;
  char pending[64]; /* the beginning of a key's sequence */
  gsize n_pending;
  gboolean dumb;
  gboolean utf8;
};

/* A terminal that is gone is told of by its hang-up. */
static void
put (const char *text)
{
  gsize left = strlen (text);

  while (left > 0)
    {
      gssize written = write (STDOUT_FILENO, text, left);

      if (written >= 0)
        {
          text += written;
          left -= (gsize) written;
        }
      else if (errno == EAGAIN)
        {
          GPollFD fd = { STDOUT_FILENO, G_IO_OUT, 0 };

          g_poll (&fd, 1, 1000);
        }
      else if (errno != EINTR)
        return;
    }
}

static void
enter (RoundelTerminal *self)
{
  struct termios raw = self->saved;

  raw.c_lflag &= (tcflag_t) ~(ICANON | ECHO);
  raw.c_iflag &= (tcflag_t) ~(ICRNL | IXON);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  tcsetattr (STDIN_FILENO, TCSADRAIN, &raw);
  if (!self->dumb)
    put (ENTER);
}

static void
leave (RoundelTerminal *self)
{
  put (self->dumb ? "\n" : LEAVE);
  tcsetattr (STDIN_FILENO, TCSADRAIN, &self->saved);
}

static gboolean
read_signal (int          fd,
             GIOCondition condition,
             gpointer     data)
{
  RoundelTerminal *self = data;
  struct signalfd_siginfo info;

  if (read (fd, &info, sizeof info) != sizeof info)
    return G_SOURCE_CONTINUE;
  switch (info.ssi_signo)
    {
    case SIGTSTP:
      leave (self);
      raise (SIGSTOP);
      break;
    case SIGCONT:
      enter (self);
      self->calls.repaint (self->data);
      break;
    case SIGWINCH:
      self->calls.repaint (self->data);
      break;
    default:
      self->calls.quit ((int) info.ssi_signo, self->data);
      break;
    }
  return G_SOURCE_CONTINUE;
}

static gboolean
read_keys (int          fd,
           GIOCondition condition,
           gpointer     data)
{
  RoundelTerminal *self = data;
  gssize length = read (fd, self->pending + self->n_pending, sizeof self->pending - self->n_pending);
  gsize done = 0;

  if (length < 0 && (errno == EINTR || errno == EAGAIN))
    return G_SOURCE_CONTINUE;
  if (length <= 0)
    {
      self->key_source = 0;
      self->calls.quit (SIGHUP, self->data);
      return G_SOURCE_REMOVE;
    }
  self->n_pending += (gsize) length;
  while (done < self->n_pending)
    {
      guint key = 0;
      guint used = roundel_terminal_parse_key (self->pending + done, self->n_pending - done, &key);

      if (used == 0)
        break;
      done += used;
      if (key != 0)
        self->calls.key (key, self->data);
    }
  /* a sequence as long as this is none */
  if (done == 0 && self->n_pending == sizeof self->pending)
    done = self->n_pending;
  self->n_pending -= done;
  memmove (self->pending, self->pending + done, self->n_pending);
  return G_SOURCE_CONTINUE;
}

/**
 * roundel_terminal_new:
 * @calls: what to call; copied
 * @data: handed to @calls
 * @error: return location for a %G_IO_ERROR when standard input and output are no terminal
 *
 * Returns: (transfer full): the terminal, or %NULL
 */
RoundelTerminal *
roundel_terminal_new (const RoundelTerminalCalls  *calls,
                      gpointer                     data,
                      GError                     **error)
{
  const char *name = g_getenv ("TERM");
  RoundelTerminal *self;
  struct termios saved;
  sigset_t mask;

  if (!isatty (STDIN_FILENO) || !isatty (STDOUT_FILENO) || tcgetattr (STDIN_FILENO, &saved) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _("This needs a terminal to show the session in and to read keys from: start it in one, "
                             "without redirecting its input or output."));
      return NULL;
    }
  self = g_new0 (RoundelTerminal, 1);
  self->calls = *calls;
  self->data = data;
  self->saved = saved;
  self->dumb = name == NULL || *name == '\0' || g_str_equal (name, "dumb");
  self->utf8 = g_get_charset (NULL);
  sigemptyset (&mask);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    sigaddset (&mask, signals[i]);
  sigprocmask (SIG_BLOCK, &mask, &self->saved_mask);
  self->signal_fd = signalfd (-1, &mask, SFD_CLOEXEC | SFD_NONBLOCK);
  if (self->signal_fd < 0)
    g_error ("signalfd: %s", g_strerror (errno));
  self->signal_source = g_unix_fd_add (self->signal_fd, G_IO_IN, read_signal, self);
  self->key_source = g_unix_fd_add (STDIN_FILENO, G_IO_IN | G_IO_HUP | G_IO_ERR, read_keys, self);
  enter (self);
  return self;
}

/**
 * roundel_terminal_free:
 * @self: the terminal, which is left as it was found
 */
void
roundel_terminal_free (RoundelTerminal *self)
{
  leave (self);
  g_clear_handle_id (&self->key_source, g_source_remove);
  g_source_remove (self->signal_source);
  close (self->signal_fd);
  sigprocmask (SIG_SETMASK, &self->saved_mask, NULL);
  g_free (self);
}

/**
 * roundel_terminal_is_dumb:
 * @self: the terminal
 *
 * Returns: whether lines can only be printed one below the other
 */
gboolean
roundel_terminal_is_dumb (RoundelTerminal *self)
{
  return self->dumb;
}

/**
 * roundel_terminal_is_utf8:
 * @self: the terminal
 *
 * Returns: whether it shows more than ASCII
 */
gboolean
roundel_terminal_is_utf8 (RoundelTerminal *self)
{
  return self->utf8;
}

/**
 * roundel_terminal_has_colour:
 * @self: the terminal
 *
 * Returns: whether colour is wanted (https://no-color.org) and does no harm
 */
gboolean
roundel_terminal_has_colour (RoundelTerminal *self)
{
  const char *no = g_getenv ("NO_COLOR");

  return !self->dumb && (no == NULL || *no == '\0');
}

/**
 * roundel_terminal_get_size:
 * @self: the terminal
 * @columns: (out): how wide it is
 * @rows: (out): how high it is
 */
void
roundel_terminal_get_size (RoundelTerminal *self,
                           guint           *columns,
                           guint           *rows)
{
  struct winsize size;

  *columns = 80;
  *rows = 24;
  if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0)
    {
      *columns = size.ws_col;
      *rows = size.ws_row;
    }
}

/**
 * roundel_terminal_show:
 * @self: the terminal
 * @lines: the new contents of the screen
 */
void
roundel_terminal_show (RoundelTerminal *self,
                       GStrv            lines)
{
  g_autoptr (GString) frame = g_string_new (self->dumb ? "" : "\033[H");

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0 || self->dumb)
        g_string_append (frame, "\r\n");
      /* before the text: behind a line that is full it would take the last letter */
      if (!self->dumb)
        g_string_append (frame, "\033[K");
      g_string_append (frame, lines[i]);
    }
  g_string_append (frame, self->dumb ? "\r\n" : "");
  put (frame->str);
}

/**
 * roundel_terminal_status:
 * @self: a dumb terminal
 * @line: what is to stand in its last line, no shorter than what stood there
 */
void
roundel_terminal_status (RoundelTerminal *self,
                         const char      *line)
{
  put ("\r");
  put (line);
}

void
roundel_terminal_ring (RoundelTerminal *self)
{
  put ("\a");
}

/**
 * roundel_terminal_parse_key:
 * @bytes: what was read
 * @length: how much, at least 1
 * @key: (out): the key; 0 for one that means nothing here
 *
 * An Escape with nothing behind it is the key: a terminal sends a sequence in one piece.
 *
 * Returns: how many bytes the key takes; 0 if it goes on beyond @length
 */
guint
roundel_terminal_parse_key (const char *bytes,
                            gsize       length,
                            guint      *key)
{
  static const struct
  {
    const char *sequence;
    guint key;
  } keys[] = {
    { "[A", ROUNDEL_KEY_UP },   { "[B", ROUNDEL_KEY_DOWN },  { "[C", ROUNDEL_KEY_NEXT }, { "[D", ROUNDEL_KEY_BACK },
    { "OA", ROUNDEL_KEY_UP },   { "OB", ROUNDEL_KEY_DOWN },  { "OC", ROUNDEL_KEY_NEXT }, { "OD", ROUNDEL_KEY_BACK },
    { "[5~", ROUNDEL_KEY_BACK }, { "[6~", ROUNDEL_KEY_NEXT },
  };
  gunichar c;
  gsize end;

  *key = 0;
  if (bytes[0] != '\033')
    {
      c = g_utf8_get_char_validated (bytes, (gssize) length);
      if (c == (gunichar) -2)
        return 0;
      if (c == (gunichar) -1)
        return 1;
      *key = c;
      return (guint) (g_utf8_next_char (bytes) - bytes);
    }
  if (length == 1)
    {
      *key = ROUNDEL_KEY_ESCAPE;
      return 1;
    }
  if (bytes[1] != '[' && bytes[1] != 'O')
    return 2;
  /* parameters, then one letter or ~ */
  for (end = 2; end < length && bytes[end] >= 0x20 && bytes[end] < 0x40; end++)
    ;
  if (end == length)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (strlen (keys[i].sequence) == end && strncmp (bytes + 1, keys[i].sequence, end) == 0)
      *key = keys[i].key;
  return (guint) end + 1;
}
