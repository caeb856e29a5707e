/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-scroll: the processor time of a frame while the list of the journal is scrolled, with 100,000 entries, with 1,000 and
 * with 100, in the same run. GTK keeps 200 rows: a list of 100 gives no row another page while it moves, so its frames are
 * only painted. Processor time is the one to believe on a machine with much to do, and of it the quietest of the runs. */

#include "bench-journal.h"

#include <stdlib.h>
#include <time.h>

#define MANY 100000
#define SOME 1000
#define FEW 100
#define SIZES 3
#define WARM 60   /* frames in which the list does not grow, before it counts */
#define FRAMES 1500 /* the 99th percentile is the fifteenth from above, not one that had bad luck */
#define STEP 60.  /* pixels a frame, as a flick of the fingers does */
#define TIMES 3
#define MOST 1.3 /* times the 99th percentile of FEW */
#define LIMIT 90  /* seconds */

typedef struct
{
  GtkAdjustment *scroll; /* of the list, once it is there */
  double direction;
  double upper;
  double begun;
  double frames[FRAMES];
  guint n;
} Scroll;

static double
processor_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

static void
begin_frame_cb (GdkFrameClock *clock,
                Scroll        *scroll)
{
  scroll->begun = processor_time ();
}

static void
end_frame_cb (GdkFrameClock *clock,
              Scroll        *scroll)
{
  double taken = processor_time () - scroll->begun;

  if (scroll->scroll == NULL)
    return;
  if (scroll->n >= WARM)
    scroll->frames[scroll->n - WARM] = taken;
  if (scroll->n < WARM && gtk_adjustment_get_upper (scroll->scroll) > scroll->upper * 1.01)
    {
      scroll->upper = gtk_adjustment_get_upper (scroll->scroll);
      scroll->n = 0;
    }
  if (++scroll->n < WARM + FRAMES)
    return;
  qsort (scroll->frames, FRAMES, sizeof (double), compare_doubles);
  g_print ("%f %f\n", scroll->frames[FRAMES / 2], scroll->frames[FRAMES * 99 / 100]);
  exit (0);
}

static gboolean
tick_cb (GtkWidget     *window,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  Scroll *scroll = user_data;
  GtkWidget *list = scroll->scroll == NULL ? find_mapped (window, "GtkListView") : NULL;
  double at, last;

  if (list != NULL)
    scroll->scroll = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  if (scroll->scroll == NULL)
    return G_SOURCE_CONTINUE;
  last = gtk_adjustment_get_upper (scroll->scroll) - gtk_adjustment_get_page_size (scroll->scroll);
  at = gtk_adjustment_get_value (scroll->scroll) + scroll->direction * STEP;
  if (at < 0 || at > last)
    scroll->direction = -scroll->direction;
  gtk_adjustment_set_value (scroll->scroll, CLAMP (at, 0, last));
  gtk_widget_queue_draw (window);
  return G_SOURCE_CONTINUE;
}

static void
activated_cb (GtkApplication *application,
              Scroll         *scroll)
{
  GtkWidget *window = GTK_WIDGET (gtk_application_get_active_window (application));
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  g_signal_connect (clock, "before-paint", G_CALLBACK (begin_frame_cb), scroll);
  g_signal_connect (clock, "after-paint", G_CALLBACK (end_frame_cb), scroll);
  gtk_widget_add_tick_callback (window, tick_cb, scroll, NULL);
}

static int
start (void)
{
  Scroll scroll = { .direction = 1 };
  g_autoptr (GApplication) application = NULL;
  char *arguments[] = { (char *) "bench-scroll", NULL };

  g_resources_register (roundel_app_get_resource ());
  application = bench_application_new ();
  g_signal_connect_after (application, "activate", G_CALLBACK (activated_cb), &scroll);
  alarm (LIMIT);
  return g_application_run (application, 1, arguments) != 0;
}

/* Milliseconds of a frame: the median and the 99th percentile. */
static void
measure (const char *self,
         const char *folder,
         double     *half,
         double     *most)
{
  const char *argv[] = { self, "scroll", NULL };
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "XDG_DATA_HOME", folder, TRUE);
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  char *end;
  int status;

  g_spawn_sync (NULL, (char **) argv, environment, G_SPAWN_DEFAULT, NULL, NULL, &said, NULL, &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, &error) || said == NULL || *said == '\0')
    g_error ("it did not scroll: %s", error != NULL ? error->message : "it ended");
  *half = g_ascii_strtod (said, &end);
  *most = g_ascii_strtod (end, NULL);
}

int
main (int   argc,
      char *argv[])
{
  static const guint sizes[] = { FEW, SOME, MANY };
  double half[SIZES][TIMES], most[SIZES][TIMES];
  g_autofree char *folders[SIZES] = { NULL };

  if (argc > 1)
    return start ();
  for (guint i = 0; i < SIZES; i++)
    {
      folders[i] = g_dir_make_tmp ("bench-scroll-XXXXXX", NULL);
      fill (folders[i], sizes[i]);
    }
  for (guint k = 0; k < TIMES; k++)
    for (guint i = 0; i < SIZES; i++)
      measure (argv[0], folders[i], &half[i][k], &most[i][k]);
  for (guint i = 0; i < SIZES; i++)
    {
      qsort (half[i], TIMES, sizeof (double), compare_doubles);
      qsort (most[i], TIMES, sizeof (double), compare_doubles);
      g_print ("%6u entries: a frame takes %.2f ms, the 99th percentile %.2f ms\n", sizes[i], half[i][0], most[i][0]);
    }
  g_print ("the 99th percentile of %u entries is %.2f times that of %u (%.1f at most)\n", MANY, most[SIZES - 1][0] / most[0][0], FEW, MOST);
  for (guint i = 0; i < SIZES; i++)
    clear_away (folders[i]);
  return 0;
}
