/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Keys that are no character, beyond the last one of Unicode */
#define ROUNDEL_KEY_NEXT   0x110000 /* right, page down: what a presenter sends */
#define ROUNDEL_KEY_BACK   0x110001 /* left, page up */
#define ROUNDEL_KEY_UP     0x110002
#define ROUNDEL_KEY_DOWN   0x110003
#define ROUNDEL_KEY_ESCAPE 0x110004

/**
 * RoundelTerminal:
 *
 * The terminal the program was started in, taken over as one whole screen until it is freed. Signals are taken over
 * with it: a resize, a stop and a going on are dealt with, what would end the program is handed on as a quit.
 *
 * Plain ANSI sequences and termios: what curses would add is a second idea of the screen's contents, which a drawing
 * that fills the screen anew each second has no use for.
 */
typedef struct _RoundelTerminal RoundelTerminal;

/**
 * RoundelTerminalCalls:
 * @key: a key, as its character or a ROUNDEL_KEY
 * @repaint: the contents have to be shown anew, perhaps in another size
 * @quit: the signal that ends the program; SIGHUP when the terminal is gone
 */
typedef struct
{
  void (*key)     (guint key, gpointer data);
  void (*repaint) (gpointer data);
  void (*quit)    (int signal, gpointer data);
} RoundelTerminalCalls;

RoundelTerminal *roundel_terminal_new  (const RoundelTerminalCalls  *calls,
                                        gpointer                     data,
                                        GError                     **error);
void             roundel_terminal_free (RoundelTerminal *self);

gboolean roundel_terminal_is_dumb  (RoundelTerminal *self);
gboolean roundel_terminal_is_utf8  (RoundelTerminal *self);
gboolean roundel_terminal_has_colour (RoundelTerminal *self);
void     roundel_terminal_get_size (RoundelTerminal *self,
                                    guint           *columns,
                                    guint           *rows);
void     roundel_terminal_show     (RoundelTerminal *self,
                                    GStrv            lines);
void     roundel_terminal_status   (RoundelTerminal *self,
                                    const char      *line);
void     roundel_terminal_ring     (RoundelTerminal *self);

guint    roundel_terminal_parse_key (const char *bytes,
                                     gsize       length,
                                     guint      *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelTerminal, roundel_terminal_free)

G_END_DECLS
