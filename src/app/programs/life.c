/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/programs/life.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/programs/dossier.h"
#include "app/widgets/program-words.h"
#include "core/id.h"
#include "core/life.h"

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
  RoundelProgramChange *change = roundel_dossier_begin_change (ROUNDEL_DOSSIER (dossier));
  g_autofree char *title = NULL;
  g_autofree char *date = NULL;
  g_autofree char *heading = NULL;
  const char *session, *starts;
  const RoundelSession *found;
  GPtrArray *notes;
  gboolean later_too;

  g_variant_get (target, "(&s&sb)", &session, &starts, &later_too);
  found = change != NULL ? roundel_program_find_session (change->after, session) : NULL;
  if (found == NULL)
    {
      g_clear_pointer (&change, roundel_program_change_unref);
      return;
    }
  title = roundel_words_session_title (change->after, found);
  date = roundel_words_date (starts);
  notes = roundel_program_move_session (change->after, session, starts, later_too);
  /* Translators: the title of a session, a date, and an hour */
  heading = g_strdup_printf (_("Move “%s” to %s, %s?"), title, date, starts + strlen ("2027-02-18T"));
  /* Translators: the title of a session, and a date */
  roundel_program_change_propose (change, g_steal_pointer (&heading), notes, _("Move"),
                                  g_strdup_printf (_("“%s” is on %s now"), title, date));
}

static void
set_room (GtkWidget  *dossier,
          const char *action,
          GVariant   *target)
{
  RoundelProgramChange *change = roundel_dossier_begin_change (ROUNDEL_DOSSIER (dossier));
  g_autofree char *title = NULL;
  const char *session, *place;
  const RoundelSession *found;
  gboolean unheard, later_too;
  guint mode;

  g_variant_get (target, "(&su&sbb)", &session, &mode, &place, &unheard, &later_too);
  found = change != NULL ? roundel_program_find_session (change->after, session) : NULL;
  if (found == NULL || mode > ROUNDEL_MODE_MIXED)
    {
      g_clear_pointer (&change, roundel_program_change_unref);
      return;
    }
  title = roundel_words_session_title (change->after, found);
  roundel_program_set_room (change->after, session, mode, place, unheard, later_too);
  /* Translators: the title of a session */
  roundel_program_change_do (change, g_strdup_printf (_("The place of “%s” is kept"), title));
}

static void
join (GtkWidget  *dossier,
      const char *action,
      GVariant   *target)
{
  RoundelProgramChange *change = roundel_dossier_begin_change (ROUNDEL_DOSSIER (dossier));
  g_autoptr (RoundelMember) member = NULL;
  g_autofree char *id = NULL;
  const char *name, *circle;
  GPtrArray *notes;

  g_variant_get (target, "(&s&s)", &name, &circle);
  if (change == NULL || roundel_program_find_circle (change->after, circle) == NULL)
    {
      g_clear_pointer (&change, roundel_program_change_unref);
      return;
    }
  id = roundel_id_new (roundel_desk_get_env (change->desk));
  member = roundel_member_new (id, name);
  notes = roundel_program_join (change->after, member, circle, roundel_program_change_get_outcome (change));
  /* Translators: %s is a name */
  roundel_program_change_propose (change, g_strdup_printf (_("%s joins?"), name), notes, _("Join"),
                                  g_strdup_printf (_("%s has joined"), name));
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
  RoundelProgramChange *change = roundel_dossier_begin_change (ROUNDEL_DOSSIER (dossier));
  g_autofree char *name = NULL;
  GPtrArray *notes;

  if (change == NULL || !is_seated (change->after, member))
    {
      g_clear_pointer (&change, roundel_program_change_unref);
      return;
    }
  name = name_of (change->after, member);
  notes = roundel_program_leave (change->after, member, roundel_program_change_get_outcome (change));
  g_ptr_array_add (notes, g_strdup (_("What they took part in and released stays.")));
  /* Translators: %s is a name */
  roundel_program_change_propose (change, g_strdup_printf (_("%s leaves?"), name), notes, _("Leave"),
                                  g_strdup_printf (_("%s has left"), name));
}

static void
change_circle (GtkWidget  *dossier,
               const char *action,
               GVariant   *target)
{
  RoundelProgramChange *change = roundel_dossier_begin_change (ROUNDEL_DOSSIER (dossier));
  g_autofree char *name = NULL;
  g_autofree char *to = NULL;
  const char *member, *circle;
  const RoundelCircle *into;
  GPtrArray *notes;

  g_variant_get (target, "(&s&s)", &member, &circle);
  into = change != NULL ? roundel_program_find_circle (change->after, circle) : NULL;
  if (into == NULL || !is_seated (change->after, member)
      || g_strv_contains ((const char * const *) into->members, member))
    {
      g_clear_pointer (&change, roundel_program_change_unref);
      return;
    }
  name = name_of (change->after, member);
  to = roundel_words_circle (change->after, into);
  notes = roundel_program_change_circle (change->after, member, circle, roundel_program_change_get_outcome (change));
  /* Translators: the names of a member and of a circle */
  roundel_program_change_propose (change, g_strdup_printf (_("%s changes to %s?"), name, to), notes, _("Change"),
                                  g_strdup_printf (_("%s is in %s now"), name, to));
}

/**
 * roundel_life_install_actions:
 * @dossier_class: the class of #RoundelDossier
 *
 * Gives a dossier what happens to a program while it runs (D19): `life.move` with a session, its new local time, and
 * whether later ones move along; `life.room` with a session, how it is held, where, whether nobody overhears it, and whether
 * the same holds for later ones; `life.join` with a name and a circle; `life.leave` with a member; `life.circle` with a
 * member and a circle.
 */
void
roundel_life_install_actions (GtkWidgetClass *dossier_class)
{
  gtk_widget_class_install_action (dossier_class, "life.move", "(ssb)", move_session);
  gtk_widget_class_install_action (dossier_class, "life.room", "(susbb)", set_room);
  gtk_widget_class_install_action (dossier_class, "life.join", "(ss)", join);
  gtk_widget_class_install_action (dossier_class, "life.leave", "s", leave);
  gtk_widget_class_install_action (dossier_class, "life.circle", "(ss)", change_circle);
}
