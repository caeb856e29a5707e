/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-merge-alive [REVISIONS]: how long the frames of the window take while a file of 100,000 revisions is opened, brought
 * in and shown, by the count of the frame clock, beside the frames of the same window at rest in the same run. On a machine
 * with much to do believe the second count, without the time in which the thread of the window was ready and others
 * had the processor: what it worked, and what it waited for a lock or the disk. */

#include "app/app-resources.h"
#include "app/application.h"
#include "app/window-pages.h"
#include "store/export.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#define FACTOR 4   /* times the longest frame at rest, the first one: more is a window that stands still */
#define BUSY 50000 /* microseconds: a frame that is longer is felt */
#define REST 3     /* seconds */
#define SETTLE 2   /* seconds after it came in */
#define LIMIT 280  /* seconds */

typedef enum
{
  AT_REST,
  READING,
  BRINGING_IN,
  AFTERWARDS,
  N_PHASES
} Phase;

typedef struct
{
  guint frames;
  guint late;    /* longer than BUSY */
  gint64 longest;
  guint own_late;
  gint64 own_longest;
} Frames;

typedef struct
{
  GtkWindow *window;
  GFile *file;
  Phase phase;
  gint64 last;
  gint64 last_queued;
  gint64 until;
  Frames frames[N_PHASES];
} Watch;

static GtkWidget *
find (GtkWidget  *widget,
      const char *type)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_label (GtkWidget  *widget,
           const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_label (child, text))
      return TRUE;
  return FALSE;
}

/* How long this thread, the first of the program, was ready and did not run, in microseconds
 * (https://docs.kernel.org/scheduler/sched-stats.html); 0 where that is not counted. */
static gint64
queued_time (void)
{
  g_autofree char *text = NULL;
  char *end;

  if (!g_file_get_contents ("/proc/self/schedstat", &text, NULL, NULL))
    return 0;
  g_ascii_strtoll (text, &end, 10);
  return g_ascii_strtoll (end, NULL, 10) / 1000;
}

static void
go_on (Watch  *watch,
       gint64  now)
{
  GtkWidget *page = find (GTK_WIDGET (watch->window), "RoundelSharedFilePage");

  if (watch->phase == AT_REST && now > watch->until)
    {
      roundel_window_open_shared (ROUNDEL_WINDOW (watch->window), watch->file);
      watch->phase = READING;
    }
  else if (watch->phase == READING && page != NULL && has_label (page, "Nothing is deleted"))
    {
      gtk_widget_activate_action (page, "shared.bring-in", NULL);
      watch->phase = BRINGING_IN;
    }
  else if (watch->phase == BRINGING_IN && page == NULL)
    {
      watch->until = now + SETTLE * G_USEC_PER_SEC;
      watch->phase = AFTERWARDS;
    }
  else if (watch->phase == AFTERWARDS && now > watch->until)
    g_application_quit (g_application_get_default ());
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  Watch *watch = user_data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  Frames *frames = &watch->frames[watch->phase];
  gint64 queued = queued_time ();
  gint64 took = watch->last != 0 ? now - watch->last : 0;
  gint64 own = watch->last != 0 ? took - (queued - watch->last_queued) : 0;

  watch->last = now;
  watch->last_queued = queued;
  frames->frames++;
  frames->late += took > BUSY;
  frames->longest = MAX (frames->longest, took);
  frames->own_late += own > BUSY;
  frames->own_longest = MAX (frames->own_longest, own);
  gtk_widget_queue_draw (widget);
  go_on (watch, now);
  return G_SOURCE_CONTINUE;
}

static void
activated_cb (GtkApplication *application,
              Watch          *watch)
{
  watch->window = gtk_application_get_active_window (application);
  watch->until = g_get_monotonic_time () + REST * G_USEC_PER_SEC;
  gtk_widget_add_tick_callback (GTK_WIDGET (watch->window), tick_cb, watch, NULL);
}

/* Half of the revisions are lessons, half are written over them. */
static void
write_file (const char *path,
            guint       n_revisions)
{
  g_autoptr (RoundelEnv) env = roundel_env_new_system ();
  g_autoptr (GError) error = NULL;
  g_autofree char *other = g_strconcat (path, ".db", NULL);
  g_autoptr (RoundelNotebook) notebook = roundel_notebook_open (other, env, 0, &error);
  g_autofree char *program = roundel_id_new (env);
  RoundelRecord record = { .program = program, .entity = program, .kind = "program", .body = "{\"title\":\"Many lessons\"}" };
  const RoundelExport choice = { .program = program, .audience = ROUNDEL_AUDIENCE_MEMBERS };
  RoundelExported exported;

  g_assert_no_error (error);
  roundel_notebook_put (notebook, &record, NULL, &error);
  record.kind = "lesson";
  for (guint i = 0; i < n_revisions / 2; i++)
    {
      g_autofree char *entity = roundel_id_new (env);
      g_autofree char *body = g_strdup_printf ("{\"text\":\"Lesson %u: ask on the day one first notices, not later.\"}", i);

      if (i % 5000 == 0)
        roundel_notebook_begin (notebook);
      record.entity = entity;
      record.body = body;
      roundel_notebook_put (notebook, &record, NULL, &error);
      roundel_notebook_put (notebook, &record, NULL, &error);
      g_assert_no_error (error);
      if (i % 5000 == 4999 || i + 1 == n_revisions / 2)
        g_assert_true (roundel_notebook_commit (notebook, &error));
    }
  roundel_export_to_file (notebook, &choice, path, NULL, &exported, &error);
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  guint n_revisions = argc > 1 ? (guint) atoi (argv[1]) : 100000;
  g_autofree char *folder = g_dir_make_tmp ("roundel-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "many.roundel", NULL);
  g_autofree char *data = g_build_filename (folder, "data", NULL);
  g_autofree char *cleaning = g_strdup_printf ("rm -rf '%s'", folder);
  const char *names[] = { "at rest", "while it is read", "while it comes in", "afterwards" };
  g_autoptr (GApplication) application = NULL;
  Watch watch = { 0, };
  gint64 longest = 0;

  write_file (path, n_revisions);
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_resources_register (roundel_app_get_resource ());
  application = G_APPLICATION (roundel_application_new ());
  watch.file = g_file_new_for_path (path);
  g_signal_connect_after (application, "activate", G_CALLBACK (activated_cb), &watch);
  alarm (LIMIT);
  g_application_run (application, 1, argv);
  for (guint i = 0; i < N_PHASES; i++)
    {
      const Frames *frames = &watch.frames[i];

      g_print ("%-18s %5u frames, longest %4" G_GINT64_FORMAT " ms, %2u over 50 ms; without what others took %4" G_GINT64_FORMAT
               " ms, %2u over 50 ms\n", names[i], frames->frames, frames->longest / 1000, frames->late, frames->own_longest / 1000,
               frames->own_late);
      longest = MAX (longest, i > 0 ? frames->own_longest : 0);
    }
  g_object_unref (watch.file);
  if (system (cleaning) != 0)
    g_printerr ("%s is left\n", folder);
  return watch.phase == AFTERWARDS && longest <= FACTOR * watch.frames[AT_REST].own_longest ? 0 : 1;
}
