/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/programs/stress-card.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/widgets/paragraph.h"
#include "core/stress.h"
#include "store/programs.h"

#define RUNS 1000
#define SEED 1 /* the same program, the same answer */
#define SCROLL_MARGIN 18

/* How the program bears absences and delays: it is rehearsed in a thread of its own, and can be stopped. */
struct _RoundelStressCard
{
  AdwBin parent_instance;

  GtkBox *lines;
  GtkStack *stack;
  GtkSpinner *spinner;
  RoundelDesk *desk;
  char *id;
  GCancellable *running; /* NULL while nothing runs */
};

/* What the thread works on: a reading of its own, and formats, which are never freed, looked up before it starts. */
typedef struct
{
  RoundelProgram *program;
  GHashTable *formats;
  gint stop;
} Job;

G_DEFINE_FINAL_TYPE (RoundelStressCard, roundel_stress_card, ADW_TYPE_BIN)

static void
job_free (gpointer data)
{
  Job *job = data;

  roundel_program_free (job->program);
  g_hash_table_unref (job->formats);
  g_free (job);
}

static const RoundelFormat *
find_format (gpointer     formats,
             const char  *id,
             GError     **error)
{
  return g_hash_table_lookup (formats, id);
}

static Job *
job_new (RoundelDesk     *desk,
         RoundelProgram  *program)
{
  Job *job = g_new0 (Job, 1);

  job->program = program;
  job->formats = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < program->sessions->len; i++)
    {
      const GPtrArray *outline = ((RoundelSession *) program->sessions->pdata[i])->outline;

      for (guint k = 0; k < outline->len; k++)
        {
          const RoundelFormat *format = roundel_library_find (roundel_desk_get_library (desk),
                                                              ((RoundelOutlinePart *) outline->pdata[k])->format, NULL);

          if (format != NULL)
            g_hash_table_insert (job->formats, format->id, (gpointer) format);
        }
    }
  return job;
}

static void
rehearse_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  Job *job = data;
  const RoundelFormats formats = { find_format, job->formats };
  g_autoptr (RoundelStress) stress = roundel_program_stress (job->program, &formats, RUNS, SEED, &job->stop);

  g_task_return_pointer (task, stress != NULL ? roundel_stress_describe (stress) : NULL, (GDestroyNotify) g_ptr_array_unref);
}

static void
clear_lines (RoundelStressCard *self)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL;)
    gtk_box_remove (self->lines, child);
}

static void
add_line (RoundelStressCard *self,
          const char        *text,
          const char        *css_class)
{
  gtk_box_append (self->lines, roundel_paragraph_new (text, css_class));
}

static void
show_invitation (RoundelStressCard *self)
{
  clear_lines (self);
  add_line (self, _("Does it bear late starts, overlong steps and people who stay away?"), "note");
}

static void
show_idle (RoundelStressCard *self)
{
  gtk_spinner_stop (self->spinner);
  gtk_stack_set_visible_child_name (self->stack, "idle");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "stress.run", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "stress.cancel", FALSE);
}

/* The answer may be longer than what was there, and the card stands near the end of its page. */
static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  gint64 *asked_at = user_data;
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;
  double top;

  if (*asked_at == 0)
    *asked_at = gdk_frame_clock_get_frame_counter (clock);
  if (gdk_frame_clock_get_frame_counter (clock) == *asked_at)
    return G_SOURCE_CONTINUE;    /* it is laid out later in this frame */
  if (scroller == NULL || !gtk_widget_compute_bounds (widget, scroller, &bounds))
    return G_SOURCE_REMOVE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  top = gtk_adjustment_get_value (adjustment) + bounds.origin.y;
  gtk_adjustment_clamp_page (adjustment, top - SCROLL_MARGIN, top + bounds.size.height + SCROLL_MARGIN);
  return G_SOURCE_REMOVE;
}

static void
rehearsed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  RoundelStressCard *self = ROUNDEL_STRESS_CARD (source);
  g_autoptr (GPtrArray) lines = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autofree char *said = NULL;

  if (self->running != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->running);
  show_idle (self);
  if (lines == NULL)
    return;
  clear_lines (self);
  for (guint i = 0; i < lines->len; i++)
    add_line (self, lines->pdata[i], i == 0 ? "body" : "note");
  g_ptr_array_add (lines, NULL);
  said = g_strjoinv (" ", (char **) lines->pdata);
  roundel_compat_announce (GTK_WIDGET (self), said);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, g_new0 (gint64, 1), g_free);
}

static void
cancelled_cb (GCancellable *cancellable,
              Job          *job)
{
  g_atomic_int_set (&job->stop, 1);
}

static void
stop_running (RoundelStressCard *self)
{
  g_autoptr (GCancellable) running = g_steal_pointer (&self->running);

  g_cancellable_cancel (running);
}

static void
run (GtkWidget  *widget,
     const char *action,
     GVariant   *target)
{
  RoundelStressCard *self = ROUNDEL_STRESS_CARD (widget);
  g_autoptr (GError) error = NULL;
  RoundelProgram *program = roundel_notebook_read_program_recent (roundel_desk_get_notebook (self->desk), self->id, 1, &error);
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (program == NULL)
    {
      clear_lines (self);
      add_line (self, error->message, "warning-text");
      return;
    }
  stop_running (self);
  self->running = g_cancellable_new ();
  job = job_new (self->desk, program);
  task = g_task_new (self, self->running, rehearsed_cb, NULL);
  g_task_set_return_on_cancel (task, FALSE);
  g_task_set_task_data (task, job, job_free);
  g_signal_connect_data (self->running, "cancelled", G_CALLBACK (cancelled_cb), job, NULL, 0);
  gtk_widget_action_set_enabled (widget, "stress.run", FALSE);
  gtk_widget_action_set_enabled (widget, "stress.cancel", TRUE);
  gtk_stack_set_visible_child_name (self->stack, "running");
  gtk_spinner_start (self->spinner);
  g_task_run_in_thread (task, rehearse_thread);
}

static void
cancel (GtkWidget  *widget,
        const char *action,
        GVariant   *target)
{
  RoundelStressCard *self = ROUNDEL_STRESS_CARD (widget);

  stop_running (self);
  show_idle (self);
}

static void
roundel_stress_card_dispose (GObject *object)
{
  RoundelStressCard *self = ROUNDEL_STRESS_CARD (object);

  stop_running (self);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (roundel_stress_card_parent_class)->dispose (object);
}

static void
roundel_stress_card_finalize (GObject *object)
{
  g_free (ROUNDEL_STRESS_CARD (object)->id);
  G_OBJECT_CLASS (roundel_stress_card_parent_class)->finalize (object);
}

static void
roundel_stress_card_class_init (RoundelStressCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_stress_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = roundel_stress_card_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/stress-card.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelStressCard, lines);
  gtk_widget_class_bind_template_child (widget_class, RoundelStressCard, stack);
  gtk_widget_class_bind_template_child (widget_class, RoundelStressCard, spinner);
  gtk_widget_class_install_action (widget_class, "stress.run", NULL, run);
  gtk_widget_class_install_action (widget_class, "stress.cancel", NULL, cancel);
}

static void
roundel_stress_card_init (RoundelStressCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_idle (self);
  show_invitation (self);
}

/**
 * roundel_stress_card_show:
 * @self: a card
 * @desk: where the program is
 * @program: its id
 *
 * What was found out before is taken away: the program may have changed.
 */
void
roundel_stress_card_show (RoundelStressCard *self,
                          RoundelDesk       *desk,
                          const char        *program)
{
  g_return_if_fail (ROUNDEL_IS_STRESS_CARD (self));

  g_set_object (&self->desk, desk);
  g_free (self->id);
  self->id = g_strdup (program);
  stop_running (self);
  show_idle (self);
  show_invitation (self);
}
