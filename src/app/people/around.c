/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/people/around.h"

#include <glib/gi18n-lib.h>

#include "app/program-page.h"
#include "app/widgets/kept-row.h"
#include "app/widgets/line-group.h"
#include "app/widgets/program-words.h"
#include "core/committee.h"
#include "core/life.h"
#include "core/schedule.h"

/* Who is around the program of the page that this stands on: who leads, who pays, the advisory committee and what it decided,
 * guests, and human resources (D4, D5). */
struct _RoundelAround
{
  AdwBin parent_instance;

  GtkBox *box;
  AdwPreferencesGroup *leaders;
  GHashTable *rows;     /* id of a circle, or "" for the sponsor, → AdwEntryRow */
  GPtrArray *notes;     /* of AdwActionRow: what stands against those who lead */
  RoundelLineGroup *committee;
  RoundelLineGroup *decisions;
  RoundelLineGroup *guests;
  RoundelLineGroup *human_resources;
};

G_DEFINE_FINAL_TYPE (RoundelAround, roundel_around, ADW_TYPE_BIN)

static RoundelProgramPage *
get_page (RoundelAround *self)
{
  return ROUNDEL_PROGRAM_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (self), ROUNDEL_TYPE_PROGRAM_PAGE));
}

static RoundelProgramChange *
begin (RoundelAround *self)
{
  return roundel_program_page_begin (get_page (self));
}

/* Callbacks */

static void
leader_cb (RoundelAround *self,
           AdwEntryRow   *row)
{
  g_autofree char *name = NULL;
  RoundelProgramChange *change = begin (self);

  if (change == NULL)
    return;
  roundel_kept_row_take (row, &name);
  g_ptr_array_unref (roundel_program_set_facilitator (change->after, g_object_get_data (G_OBJECT (row), "circle"), name));
  roundel_program_change_do (change, g_strdup (_("Who leads is changed")));
}

static void
sponsor_cb (RoundelAround *self,
            AdwEntryRow   *row)
{
  RoundelProgramChange *change = begin (self);

  if (change == NULL)
    return;
  roundel_kept_row_take (row, &change->after->sponsor);
  roundel_program_change_do (change, g_strdup (_("The sponsor is changed")));
}

static void
add_person (RoundelAround *self,
            const char    *text,
            const char    *role)
{
  RoundelProgramChange *change = begin (self);
  g_autofree char *folded = roundel_fold (text);
  g_autofree char *id = roundel_program_page_dup_new_id (get_page (self));
  const char *who = text;

  if (change == NULL)
    return;
  for (guint i = 0; i < change->after->members->len; i++)
    {
      const RoundelMember *member = change->after->members->pdata[i];
      g_autofree char *name = roundel_fold (member->name);

      if (g_strcmp0 (folded, name) == 0)
        who = member->id;
    }
  g_ptr_array_add (change->after->people, roundel_person_new (id, who, role));
  roundel_program_change_do (change, g_strdup_printf (_("%s is added"), text));
}

static void
committee_added_cb (RoundelAround *self,
                    const char    *text)
{
  add_person (self, text, ROUNDEL_PERSON_COMMITTEE);
}

static void
guest_added_cb (RoundelAround *self,
                const char    *text)
{
  add_person (self, text, ROUNDEL_PERSON_GUEST);
}

static void
human_resources_added_cb (RoundelAround *self,
                          const char    *text)
{
  add_person (self, text, ROUNDEL_PERSON_HUMAN_RESOURCES);
}

static void
decision_added_cb (RoundelAround *self,
                   const char    *text)
{
  RoundelProgramChange *change = begin (self);
  g_autofree char *id = roundel_program_page_dup_new_id (get_page (self));
  g_autofree char *date = roundel_program_page_dup_today (get_page (self));

  if (change == NULL)
    return;
  g_ptr_array_add (change->after->decisions, roundel_decision_new (id, date, text));
  roundel_program_change_do (change, g_strdup (_("The decision is noted")));
}

/* Each value begins with its id. */
static void
remove_id (GPtrArray  *values,
           const char *id)
{
  for (guint i = 0; i < values->len; i++)
    if (g_str_equal (*(char **) values->pdata[i], id))
      {
        g_ptr_array_remove_index (values, i);
        return;
      }
}

static void
removed_cb (RoundelAround *self,
            const char    *id)
{
  RoundelProgramChange *change = begin (self);

  if (change == NULL)
    return;
  remove_id (change->after->people, id);
  remove_id (change->after->decisions, id);
  roundel_program_change_do (change, g_strdup (_("The line is removed")));
}

/* Showing */

static void
add_note (RoundelAround *self,
          const char    *title,
          const char    *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (self->leaders, row);
  g_ptr_array_add (self->notes, row);
}

/* The row of a circle, or of the sponsor. It stays as long as there is one, so that what somebody types stays. */
static void
show_entry (RoundelAround *self,
            GHashTable    *gone,
            const char    *circle,
            const char    *title,
            const char    *text)
{
  AdwEntryRow *row = g_hash_table_lookup (self->rows, circle);

  g_hash_table_remove (gone, circle);
  if (row == NULL)
    {
      row = ADW_ENTRY_ROW (adw_entry_row_new ());
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      roundel_kept_row_init (row);
      g_object_set_data_full (G_OBJECT (row), "circle", g_strdup (circle), g_free);
      g_signal_connect_object (row, "apply", *circle != '\0' ? G_CALLBACK (leader_cb) : G_CALLBACK (sponsor_cb), self,
                               G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->leaders, GTK_WIDGET (row));
      g_hash_table_insert (self->rows, g_strdup (circle), row);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  roundel_kept_row_show (row, text);
}

static void
show_leader (RoundelAround        *self,
             GHashTable           *gone,
             const RoundelProgram *program,
             const RoundelCircle  *circle)
{
  g_autofree char *name = program->circles->len > 1 ? roundel_words_circle (program, circle) : NULL;
  /* Translators: %s is the name of a circle */
  g_autofree char *title = name != NULL ? g_strdup_printf (_("Who leads %s"), name) : g_strdup (_("Who leads the sessions"));
  g_autofree char *leader = circle->facilitator != NULL ? roundel_program_dup_person_name (program, circle->facilitator) : NULL;
  g_autofree char *why = roundel_program_check_person (program, circle->facilitator);

  show_entry (self, gone, circle->id, title, leader);
  if (why != NULL)
    add_note (self, why, _("Somebody else should lead the sessions."));
}

static void
show_leaders (RoundelAround        *self,
              const RoundelProgram *program)
{
  g_autoptr (GHashTable) gone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer id, row;

  for (guint i = 0; i < self->notes->len; i++)
    adw_preferences_group_remove (self->leaders, self->notes->pdata[i]);
  g_ptr_array_set_size (self->notes, 0);
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (gone, g_strdup (id));

  if (program->informal)
    add_note (self, _("Its members started it, and lead it themselves."), NULL);
  else
    {
      show_entry (self, gone, "", _("Sponsor: who pays and supports it"), program->sponsor);
      for (guint i = 0; i < program->circles->len; i++)
        show_leader (self, gone, program, program->circles->pdata[i]);
    }
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &id, &row))
    if (g_hash_table_contains (gone, id))
      {
        adw_preferences_group_remove (self->leaders, row);
        g_hash_table_iter_remove (&iter);
      }
}

static void
show_people (RoundelLineGroup     *group,
             const RoundelProgram *program,
             const char           *role)
{
  roundel_line_group_clear (group);
  for (guint i = 0; i < program->people->len; i++)
    {
      const RoundelPerson *person = program->people->pdata[i];
      g_autofree char *name = roundel_program_dup_person_name (program, person->name);
      g_autofree char *why = g_str_equal (role, ROUNDEL_PERSON_HUMAN_RESOURCES)
                             ? NULL : roundel_program_check_person (program, person->name);

      if (g_strcmp0 (person->role, role) != 0)
        continue;
      roundel_line_group_add (group, person->id, name, why != NULL ? why : roundel_program_find_member (program, person->name) != NULL
                              ? _("A member") : NULL, why != NULL);
    }
}

static void
show_committee (RoundelAround        *self,
                const RoundelProgram *program)
{
  gboolean alone = roundel_program_has_person (program, ROUNDEL_PERSON_COMMITTEE) && !roundel_program_committee_has_member (program);

  show_people (self->committee, program, ROUNDEL_PERSON_COMMITTEE);
  roundel_line_group_set (self->committee, _("Advisory committee"), alone ? _("Ask a member into the advisory committee.")
                          : _("Looks after the program; at least one of it is a member. It gets papers, and no names."),
                          _("Add a name"));
}

static void
show_decisions (RoundelAround        *self,
                const RoundelProgram *program)
{
  roundel_line_group_clear (self->decisions);
  for (guint i = 0; i < program->decisions->len; i++)
    {
      const RoundelDecision *decision = program->decisions->pdata[i];
      g_autofree char *local = g_strconcat (decision->on != NULL ? decision->on : "", "T00:00", NULL);
      g_autofree char *date = roundel_local_time_is_valid (local) ? roundel_words_date (local) : NULL;

      roundel_line_group_add (self->decisions, decision->id, decision->text != NULL ? decision->text : "", date, FALSE);
    }
}

static RoundelLineGroup *
add_lines (RoundelAround *self,
           const char    *title,
           const char    *description,
           const char    *what,
           GCallback      added)
{
  GtkWidget *lines = g_object_new (ROUNDEL_TYPE_LINE_GROUP, NULL);

  roundel_line_group_set (ROUNDEL_LINE_GROUP (lines), title, description, what);
  g_signal_connect_object (lines, "added", added, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lines, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, lines);
  return ROUNDEL_LINE_GROUP (lines);
}

/* Overrides */

static void
roundel_around_finalize (GObject *object)
{
  RoundelAround *self = ROUNDEL_AROUND (object);

  g_hash_table_unref (self->rows);
  g_ptr_array_unref (self->notes);
  G_OBJECT_CLASS (roundel_around_parent_class)->finalize (object);
}

static void
roundel_around_class_init (RoundelAroundClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roundel_around_finalize;
}

static void
roundel_around_init (RoundelAround *self)
{
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->notes = g_ptr_array_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  self->leaders = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->leaders, _("Around the program"));
  adw_preferences_group_set_description (self->leaders, _("Nobody of these is a member’s boss, or from human resources."));
  gtk_box_append (self->box, GTK_WIDGET (self->leaders));
  self->committee = add_lines (self, "", NULL, "", G_CALLBACK (committee_added_cb));
  self->decisions = add_lines (self, _("What the committee decided"), NULL, _("Add a decision of today"), G_CALLBACK (decision_added_cb));
  self->guests = add_lines (self, _("Guests"), _("Who comes to a session for once."), _("Add a name"), G_CALLBACK (guest_added_cb));
  self->human_resources = add_lines (self, _("Human resources"),
                                     _("Named here so that none of them leads, is a guest, or of the committee."), _("Add a name"),
                                     G_CALLBACK (human_resources_added_cb));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * roundel_around_show:
 * @self: it stands on a #RoundelProgramPage
 *
 * Shows the program of that page as it is now.
 */
void
roundel_around_show (RoundelAround *self)
{
  const RoundelProgram *program;

  g_return_if_fail (ROUNDEL_IS_AROUND (self));

  program = roundel_program_page_get_program (get_page (self));
  show_leaders (self, program);
  show_committee (self, program);
  show_decisions (self, program);
  show_people (self->guests, program, ROUNDEL_PERSON_GUEST);
  show_people (self->human_resources, program, ROUNDEL_PERSON_HUMAN_RESOURCES);
}
