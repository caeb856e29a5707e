/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/programs/life.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/programs/dossier.h"
#include "app/widgets/program-words.h"
#include "app/window.h"
#include "core/id.h"
#include "core/life.h"
#include "store/programs.h"

/* A change that is shown before it is done, and can be undone (D19). */
typedef struct
{
  gatomicrefcount refs;
  GtkWidget *dossier;
  RoundelDesk *desk;
  RoundelProgram *before;
  RoundelProgram *after;
  char *done; /* what is said afterwards */
} Change;

static void
change_unref (Change *change)
{
  if (!g_atomic_ref_count_dec (&change->refs))
    return;
  g_clear_pointer (&change->before, roundel_program_free);
  g_clear_pointer (&change->after, roundel_program_free);
  g_object_unref (change->dossier);
  g_object_unref (change->desk);
  g_free (change->done);
  g_free (change);
}

static void
change_unref_by_closure (gpointer  change,
                         GClosure *closure)
{
  change_unref (change);
}

static void
say (const Change *change,
     AdwToast     *toast)
{
  GtkRoot *root = gtk_widget_get_root (change->dossier);

  if (ROUNDEL_IS_WINDOW (root))
    roundel_window_add_toast (ROUNDEL_WINDOW (root), toast);
  else
    g_object_unref (toast);
}

static gboolean
write_program (const Change         *change,
               const RoundelProgram *before,
               const RoundelProgram *after)
{
  g_autoptr (GError) error = NULL;

  if (roundel_notebook_change_program (roundel_desk_get_notebook (change->desk), before, after, &error))
    return TRUE;
  say (change, adw_toast_new (error->message));
  return FALSE;
}

static void
undo_cb (AdwToast *toast,
         Change   *change)
{
  write_program (change, change->after, change->before);
}

static void
answered_cb (const char *id,
             gpointer    user_data)
{
  Change *change = user_data;

  if (g_str_equal (id, "do") && write_program (change, change->before, change->after))
    {
      AdwToast *toast = adw_toast_new (change->done);

      adw_toast_set_button_label (toast, _("_Undo"));
      g_atomic_ref_count_inc (&change->refs);
      g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), change, change_unref_by_closure, 0);
      say (change, toast);
    }
  change_unref (change);
}

/* Two readings of the program that is shown: one to compare with, one to change. */
static Change *
change_new (GtkWidget *dossier)
{
  RoundelDesk *desk = roundel_dossier_get_desk (ROUNDEL_DOSSIER (dossier));
  const char *id = roundel_dossier_get_program (ROUNDEL_DOSSIER (dossier));
  Change *change = g_new0 (Change, 1);

  g_atomic_ref_count_init (&change->refs);
  change->dossier = g_object_ref (dossier);
  change->desk = g_object_ref (desk);
  change->before = roundel_notebook_read_program (roundel_desk_get_notebook (desk), id, NULL);
  change->after = roundel_notebook_read_program (roundel_desk_get_notebook (desk), id, NULL);
  if (change->before != NULL && change->after != NULL)
    return change;
  change_unref (change);
  return NULL;
}

static const RoundelOutcome *
outcome_of (const Change *change)
{
  return roundel_outcomes_find (roundel_desk_get_outcomes (change->desk), change->after->outcome);
}

/* Takes all it is given, and CHANGE. */
static void
propose (Change     *change,
         char       *heading,
         GPtrArray  *notes,
         const char *answer,
         char       *done)
{
  const RoundelAnswer answers[] = {
    { "cancel", _("Cancel"), ADW_RESPONSE_DEFAULT },
    { "do", answer, ADW_RESPONSE_SUGGESTED },
  };
  g_autofree char *body = NULL;

  change->done = done;
  g_ptr_array_add (notes, NULL);
  body = g_strjoinv ("\n", (char **) notes->pdata);
  roundel_compat_ask (GTK_WINDOW (gtk_widget_get_root (change->dossier)), heading, body, answers, G_N_ELEMENTS (answers),
                      "cancel", answered_cb, change);
  g_free (heading);
  g_ptr_array_unref (notes);
}

static char *
name_of (const RoundelProgram *program,
         const char           *member)
{
  for (guint i = 0; i < program->members->len; i++)
    if (g_str_equal (((RoundelMember *) program->members->pdata[i])->id, member))
      return roundel_members_dup_label (program->members, i);
  return g_strdup (member);
}

/* Actions */

static void
move_session (GtkWidget  *dossier,
              const char *action,
              GVariant   *target)
{
  Change *change = change_new (dossier);
  g_autofree char *title = NULL;
  g_autofree char *date = NULL;
  const char *session, *starts;
  const RoundelSession *found;
  GPtrArray *notes;
  gboolean later_too;

  g_variant_get (target, "(&s&sb)", &session, &starts, &later_too);
  found = change != NULL ? roundel_program_find_session (change->after, session) : NULL;
  if (found == NULL)
    {
      g_clear_pointer (&change, change_unref);
      return;
    }
  title = roundel_words_session_title (change->after, found);
  date = roundel_words_date (starts);
  notes = roundel_program_move_session (change->after, session, starts, later_too);
  /* Translators: the title of a session, and a date */
  propose (change, g_strdup_printf (_("Move “%s” to %s?"), title, date), notes, _("Move"),
           g_strdup_printf (_("“%s” is on %s now"), title, date));
}

static void
join (GtkWidget  *dossier,
      const char *action,
      GVariant   *target)
{
  Change *change = change_new (dossier);
  g_autoptr (RoundelMember) member = NULL;
  g_autofree char *id = NULL;
  const char *name, *circle;
  GPtrArray *notes;

  g_variant_get (target, "(&s&s)", &name, &circle);
  if (change == NULL || roundel_program_find_circle (change->after, circle) == NULL)
    {
      g_clear_pointer (&change, change_unref);
      return;
    }
  id = roundel_id_new (roundel_desk_get_env (change->desk));
  member = roundel_member_new (id, name);
  notes = roundel_program_join (change->after, member, circle, outcome_of (change));
  /* Translators: %s is a name */
  propose (change, g_strdup_printf (_("%s joins?"), name), notes, _("Join"), g_strdup_printf (_("%s has joined"), name));
}

static gboolean
is_seated (const RoundelProgram *program,
           const char           *member)
{
  for (guint i = 0; i < program->circles->len; i++)
    if (g_strv_contains ((const char * const *) ((RoundelCircle *) program->circles->pdata[i])->members, member))
      return TRUE;
  return FALSE;
}

static void
leave (GtkWidget  *dossier,
       const char *action,
       GVariant   *target)
{
  const char *member = g_variant_get_string (target, NULL);
  Change *change = change_new (dossier);
  g_autofree char *name = NULL;
  GPtrArray *notes;

  if (change == NULL || !is_seated (change->after, member))
    {
      g_clear_pointer (&change, change_unref);
      return;
    }
  name = name_of (change->after, member);
  notes = roundel_program_leave (change->after, member, outcome_of (change));
  g_ptr_array_add (notes, g_strdup (_("What they took part in and released stays.")));
  /* Translators: %s is a name */
  propose (change, g_strdup_printf (_("%s leaves?"), name), notes, _("Leave"), g_strdup_printf (_("%s has left"), name));
}

static void
change_circle (GtkWidget  *dossier,
               const char *action,
               GVariant   *target)
{
  Change *change = change_new (dossier);
  g_autofree char *name = NULL;
  const char *member, *circle;
  const RoundelCircle *into;
  GPtrArray *notes;

  g_variant_get (target, "(&s&s)", &member, &circle);
  into = change != NULL ? roundel_program_find_circle (change->after, circle) : NULL;
  if (into == NULL || !is_seated (change->after, member)
      || g_strv_contains ((const char * const *) into->members, member))
    {
      g_clear_pointer (&change, change_unref);
      return;
    }
  name = name_of (change->after, member);
  notes = roundel_program_change_circle (change->after, member, circle, outcome_of (change));
  /* Translators: %s is a name */
  propose (change, g_strdup_printf (_("%s changes to another circle?"), name), notes, _("Change"),
           g_strdup_printf (_("%s has changed to another circle"), name));
}

/**
 * roundel_life_install_actions:
 * @dossier_class: the class of #RoundelDossier
 *
 * Gives a dossier what happens to a program while it runs (D19): `life.move` with a session, its new local time, and
 * whether later ones move along; `life.join` with a name and a circle; `life.leave` with a member; `life.circle` with a
 * member and a circle.
 */
void
roundel_life_install_actions (GtkWidgetClass *dossier_class)
{
  gtk_widget_class_install_action (dossier_class, "life.move", "(ssb)", move_session);
  gtk_widget_class_install_action (dossier_class, "life.join", "(ss)", join);
  gtk_widget_class_install_action (dossier_class, "life.leave", "s", leave);
  gtk_widget_class_install_action (dossier_class, "life.circle", "(ss)", change_circle);
}
