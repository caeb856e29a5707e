/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/programs/again.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/compat.h"
#include "app/programs/dossier.h"
#include "app/widgets/program-words.h"
#include "app/window.h"
#include "core/again.h"
#include "core/design.h"
#include "core/id.h"
#include "core/program-ids.h"
#include "store/programs.h"

/* A program made from another, until it is kept. */
typedef struct
{
  GtkWidget *dossier;
  RoundelDesk *desk;
  RoundelProgram *program;
} Copy;

static void
copy_free (Copy *copy)
{
  g_object_unref (copy->dossier);
  g_object_unref (copy->desk);
  roundel_program_free (copy->program);
  g_free (copy);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copy, copy_free)

static const char *
get_title (const RoundelProgram *program)
{
  return program->title != NULL ? program->title : _("Without a title");
}

static void
answered_cb (const char *id,
             gpointer    user_data)
{
  g_autoptr (Copy) copy = user_data;
  GtkRoot *root = gtk_widget_get_root (copy->dossier);
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (id, "do"))
    return;
  roundel_program_renew_ids (copy->program, roundel_desk_get_env (copy->desk));
  if (roundel_notebook_add_program (roundel_desk_get_notebook (copy->desk), copy->program, &error))
    roundel_window_show_program (ROUNDEL_WINDOW (root), copy->program->id);
  else
    roundel_window_add_toast (ROUNDEL_WINDOW (root), adw_toast_new (error->message));
}

/* Actions */

static void
make_template (GtkWidget  *dossier,
               const char *action,
               GVariant   *target)
{
  RoundelDesk *desk = roundel_dossier_get_desk (ROUNDEL_DOSSIER (dossier));
  RoundelFormats formats = roundel_library_formats (roundel_desk_get_library (desk));
  const RoundelAnswer answers[] = {
    { "cancel", _("Cancel"), ADW_RESPONSE_DEFAULT },
    { "do", _("Make It"), ADW_RESPONSE_SUGGESTED },
  };
  RoundelProgram *program = roundel_notebook_read_program (roundel_desk_get_notebook (desk),
                                                           roundel_dossier_get_program (ROUNDEL_DOSSIER (dossier)), NULL);
  g_autofree char *title = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  Copy *copy;

  if (program == NULL)
    return;
  /* Translators: the title of a program that is held once more */
  title = g_strdup_printf (_("%s, again"), get_title (program));
  heading = g_strdup_printf (_("Hold “%s” again?"), get_title (program));
  notes = roundel_program_make_template (program, title, NULL, &formats);
  g_ptr_array_insert (notes, 0, g_strdup (_("A new program with the same plans, rhythm and rules, and with nobody’s name.")));
  g_ptr_array_add (notes, NULL);
  body = g_strjoinv ("\n", (char **) notes->pdata);
  copy = g_new0 (Copy, 1);
  *copy = (Copy) { g_object_ref (dossier), g_object_ref (desk), program };
  roundel_compat_ask (GTK_WINDOW (gtk_widget_get_root (dossier)), heading, body, answers, G_N_ELEMENTS (answers), "cancel",
                      answered_cb, copy);
}

static void
archive (GtkWidget  *dossier,
         const char *action,
         GVariant   *target)
{
  gboolean away = g_str_equal (action, "program.archive");
  RoundelProgramChange *change = roundel_dossier_begin_change (ROUNDEL_DOSSIER (dossier));
  g_autoptr (GDateTime) now = NULL;

  if (change == NULL)
    return;
  now = g_date_time_new_from_unix_local (roundel_env_now (roundel_desk_get_env (change->desk)) / G_USEC_PER_SEC);
  g_free (change->after->archived);
  change->after->archived = away ? g_date_time_format (now, "%Y-%m-%d") : NULL;
  /* Translators: the title of a program */
  roundel_program_change_do (change, g_strdup_printf (away ? _("“%s” is in the archive") : _("“%s” is out of the archive"),
                                              get_title (change->after)));
}

static void
carry_on (GtkWidget  *dossier,
          const char *action,
          GVariant   *target)
{
  const char *circle = g_variant_get_string (target, NULL);
  RoundelProgramChange *change = roundel_dossier_begin_change (ROUNDEL_DOSSIER (dossier));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  GPtrArray *notes;

  if (change == NULL)
    return;
  for (guint i = 0; i < ROUNDEL_CARRY_ON_SESSIONS; i++)
    {
      g_autofree char *id = roundel_id_new (roundel_desk_get_env (change->desk));

      g_strv_builder_add (builder, id);
    }
  ids = g_strv_builder_end (builder);
  notes = roundel_program_carry_on (change->after, circle, (const char *const *) ids);
  for (gint i = 0; i < ROUNDEL_CARRY_ON_SESSIONS; i++)
    {
      const RoundelSession *session = roundel_program_find_session (change->after, ids[i]);
      g_autofree char *date = session->starts != NULL ? roundel_words_date (session->starts) : NULL;

      if (date != NULL)
        g_ptr_array_insert (notes, i, g_steal_pointer (&date));
    }
  roundel_program_change_propose (change, g_strdup (_("Three more sessions, led by the members?")), notes, _("Plan Them"),
                          g_strdup (_("Three more sessions are planned")));
}

/* `program.topic` is `win.topic` with the program that is shown, and so on: a menu knows no program. */
static void
show_page (GtkWidget  *dossier,
           const char *action,
           GVariant   *target)
{
  g_autofree char *page = g_strconcat ("win.", strchr (action, '.') + 1, NULL);

  gtk_widget_activate_action (dossier, page, "s", roundel_dossier_get_program (ROUNDEL_DOSSIER (dossier)));
}

/**
 * roundel_again_install_actions:
 * @dossier_class: the class of #RoundelDossier
 *
 * Gives a dossier what comes after a program (D21): `program.topic`, `program.changes`, `program.template`, `program.archive` and `program.unarchive`, and
 * `life.carry-on` with a circle.
 */
void
roundel_again_install_actions (GtkWidgetClass *dossier_class)
{
  gtk_widget_class_install_action (dossier_class, "program.template", NULL, make_template);
  gtk_widget_class_install_action (dossier_class, "program.topic", NULL, show_page);
  gtk_widget_class_install_action (dossier_class, "program.changes", NULL, show_page);
  gtk_widget_class_install_action (dossier_class, "program.archive", NULL, archive);
  gtk_widget_class_install_action (dossier_class, "program.unarchive", NULL, archive);
  gtk_widget_class_install_action (dossier_class, "life.carry-on", "s", carry_on);
}
