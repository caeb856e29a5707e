/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/people/members-page.h"

#include <glib/gi18n-lib.h>

#include "app/program-change.h"
#include "app/widgets/answer-row.h"
#include "app/widgets/line-group.h"
#include "app/widgets/member-table.h"
#include "app/widgets/program-words.h"
#include "app/widgets/width-bin.h"
#include "app/window.h"
#include "core/agreement.h"
#include "core/committee.h"
#include "core/id.h"
#include "core/life.h"
#include "core/offers.h"
#include "core/pair-again.h"
#include "core/schedule.h"
#include "store/programs.h"

/* The table inside of a page that scrolls, in px: all of it, or as much as can be seen at once */
#define TABLE_HEAD 60
#define TABLE_ROW 44
#define TABLE_MOST 520

/* So many offers are named */
#define MOST_OFFERS 40

/* Who learns together, who stands in the way of it, who is partner of whom, who can help whom, and who is around. */
struct _RoundelMembersPage
{
  AdwBin parent_instance;

  AdwWindowTitle *header_title;
  RoundelMemberTable *table;
  GtkEditable *joins;
  GtkBox *conflicts;
  GtkBox *partners;
  GtkBox *offers;
  GtkBox *leaders;
  RoundelLineGroup *committee;
  RoundelLineGroup *guests;
  RoundelLineGroup *human_resources;
  RoundelLineGroup *decisions;

  RoundelDesk *desk;
  char *id;
  RoundelProgram *program;
  GPtrArray *found;     /* of RoundelConflict */
  GPtrArray *entries;   /* of AdwEntryRow: who leads, and the sponsor */
  GPtrArray *seated;    /* of RoundelMember: those in the table; of the program */
  guint reload_id;
};

G_DEFINE_FINAL_TYPE (RoundelMembersPage, roundel_members_page, ADW_TYPE_BIN)

static RoundelProgramChange *
begin (RoundelMembersPage *self)
{
  return roundel_program_change_new (GTK_WIDGET (self), self->desk, self->id);
}

static char *
new_id (RoundelMembersPage *self)
{
  return roundel_id_new (roundel_desk_get_env (self->desk));
}

static char *
today (RoundelMembersPage *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (roundel_env_now (roundel_desk_get_env (self->desk)) / G_USEC_PER_SEC);

  return g_date_time_format (now, "%Y-%m-%d");
}

/* Members */

static void
edited_cb (RoundelMembersPage *self,
           guint               position,
           RoundelMemberField  field,
           const char         *text)
{
  RoundelProgramChange *change = begin (self);
  RoundelMember *member = NULL;

  if (change != NULL && position < self->seated->len)
    member = roundel_program_find_member (change->after, ((RoundelMember *) self->seated->pdata[position])->id);
  if (member == NULL)
    {
      g_clear_pointer (&change, roundel_program_change_unref);
      return;
    }
  roundel_member_set_text (member, field, text);
  roundel_program_change_do (change, g_strdup (_("The table is changed")));
}

static void
removed_cb (RoundelMembersPage *self,
            guint               position)
{
  RoundelProgramChange *change = begin (self);
  const RoundelMember *member;
  g_autofree char *name = NULL;
  GPtrArray *notes;

  if (change == NULL || position >= self->seated->len)
    {
      g_clear_pointer (&change, roundel_program_change_unref);
      return;
    }
  member = self->seated->pdata[position];
  name = roundel_program_dup_person_name (change->after, member->id);
  notes = roundel_program_leave (change->after, member->id, roundel_program_change_get_outcome (change));
  /* Translators: %s is a name */
  roundel_program_change_propose (change, g_strdup_printf (_("%s leaves?"), name), notes, _("Leave"),
                                  g_strdup_printf (_("%s has left"), name));
}

/* The circle with the fewest members. */
static const RoundelCircle *
find_smallest (const RoundelProgram *program)
{
  const RoundelCircle *smallest = NULL;

  for (guint i = 0; i < program->circles->len; i++)
    {
      const RoundelCircle *circle = program->circles->pdata[i];

      if (smallest == NULL || g_strv_length (circle->members) < g_strv_length (smallest->members))
        smallest = circle;
    }
  return smallest;
}

static void
joins_cb (RoundelMembersPage *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->joins)));
  RoundelProgramChange *change = *name != '\0' ? begin (self) : NULL;
  const RoundelCircle *circle = change != NULL ? find_smallest (change->after) : NULL;
  g_autofree char *id = new_id (self);
  g_autoptr (RoundelMember) member = roundel_member_new (id, name);
  GPtrArray *notes;

  if (circle == NULL)
    {
      g_clear_pointer (&change, roundel_program_change_unref);
      return;
    }
  gtk_editable_set_text (self->joins, "");
  notes = roundel_program_join (change->after, member, circle->id, roundel_program_change_get_outcome (change));
  /* Translators: %s is a name */
  roundel_program_change_propose (change, g_strdup_printf (_("%s joins?"), name), notes, _("Join"),
                                  g_strdup_printf (_("%s has joined"), name));
}

/* Exceptions */

static void
exception_cb (RoundelMembersPage *self,
              RoundelAnswerRow   *row)
{
  guint at = (guint) g_ascii_strtoull (roundel_answer_row_get_id (row), NULL, 10);
  RoundelProgramChange *change = at < self->found->len ? begin (self) : NULL;
  g_autofree char *id = new_id (self);
  g_autofree char *date = today (self);
  const char *reason = roundel_answer_row_get_text (row, 0);

  if (change == NULL)
    return;
  roundel_program_make_exception (change->after, id, self->found->pdata[at], reason, date);
  roundel_program_change_do (change, g_strdup (*reason != '\0' ? _("The exception is agreed") : _("The exception is taken back")));
}

static void
empty (GtkBox *box)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL;)
    gtk_box_remove (box, child);
}

static GtkWidget *
add_group (GtkBox     *box,
           const char *title,
           const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  empty (box);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  gtk_box_append (box, group);
  return group;
}

static void
show_conflicts (RoundelMembersPage *self)
{
  GtkWidget *group = add_group (self->conflicts, _("What stands against it"),
                                _("Change who meets, or agree on an exception and say why."));

  for (guint i = 0; i < self->found->len; i++)
    {
      const RoundelConflict *conflict = self->found->pdata[i];
      const RoundelAnswerEntry entry = { _("Why it may be all the same, as all agreed"), conflict->exception };
      g_autofree char *id = g_strdup_printf ("%u", i);
      g_autofree char *known = conflict->exception != NULL ? g_strdup_printf (_("Exception agreed: %s"), conflict->exception) : NULL;
      GtkWidget *row = roundel_answer_row_new (id, conflict->why, known, &entry, 1);

      g_signal_connect_object (row, "saved", G_CALLBACK (exception_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->conflicts), self->found->len > 0);
}

/* Partners, offers and asks */

static void
add_line (GtkWidget  *group,
          const char *title,
          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static char *
join_names (const RoundelProgram *program,
            char                **ids)
{
  GString *names = g_string_new (NULL);

  for (char **id = ids; *id != NULL; id++)
    for (guint i = 0; i < program->members->len; i++)
      if (g_str_equal (((RoundelMember *) program->members->pdata[i])->id, *id))
        {
          g_autofree char *name = roundel_words_name (program, i);

          g_string_append_printf (names, "%s%s", names->len > 0 ? " · " : "", name);
        }
  return g_string_free (names, FALSE);
}

static GtkWidget *
make_pair_button (const RoundelCircle *circle)
{
  GtkWidget *button = gtk_button_new_with_label (_("New Partners…"));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", circle->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "members.pair");
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
show_partners (RoundelMembersPage *self)
{
  empty (self->partners);
  for (guint c = 0; c < self->program->circles->len; c++)
    {
      const RoundelCircle *circle = self->program->circles->pdata[c];
      GtkWidget *group = adw_preferences_group_new ();
      g_autofree char *name = self->program->circles->len > 1 ? roundel_words_circle (self->program, circle) : NULL;
      /* Translators: %s is the name of a circle */
      g_autofree char *title = name != NULL ? g_strdup_printf (_("Partners of %s"), name) : g_strdup (_("Partners"));

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
      adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), make_pair_button (circle));
      for (guint i = 0; i < self->program->partners->len; i++)
        {
          const RoundelPartnering *partners = self->program->partners->pdata[i];

          for (guint k = 0; g_strcmp0 (partners->circle, circle->id) == 0 && k < partners->groups->len; k++)
            {
              g_autofree char *names = join_names (self->program, partners->groups->pdata[k]);

              add_line (group, names, NULL);
            }
        }
      gtk_box_append (self->partners, group);
    }
}

static void
show_offers (RoundelMembersPage *self)
{
  g_autoptr (GArray) offers = roundel_program_list_offers (self->program);
  GtkWidget *group = add_group (self->offers, _("Offers and asks"), _("Who can help with what somebody wants to learn."));

  for (guint i = 0; i < MIN (offers->len, MOST_OFFERS); i++)
    {
      const RoundelOffer *offer = &g_array_index (offers, RoundelOffer, i);
      g_autofree char *helper = offer->helper != G_MAXUINT ? roundel_words_name (self->program, offer->helper) : NULL;
      g_autofree char *asker = offer->asker != G_MAXUINT ? roundel_words_name (self->program, offer->asker) : NULL;
      g_autofree char *text = NULL;

      if (helper != NULL && asker != NULL)
        /* Translators: two names */
        text = g_strdup_printf (_("%s can help %s"), helper, asker);
      else if (helper != NULL)
        /* Translators: a name */
        text = g_strdup_printf (_("%s offers help"), helper);
      else
        /* Translators: a name */
        text = g_strdup_printf (_("%s asks for help; nobody offers it yet"), asker);
      add_line (group, text, offer->what);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->offers), offers->len > 0);
}

/* Around the program */

/* As TEXT it is in the program; what differs from it is not yet said. */
static void
set_known (GtkWidget  *row,
           const char *text)
{
  g_object_set_data_full (G_OBJECT (row), "known", g_strdup (text), g_free);
}

static gboolean
has_focus (GtkWidget *row)
{
  GtkRoot *root = gtk_widget_get_root (row);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, row);
}

/* What somebody is writing stays when the program changes elsewhere. */
static void
carry_over (GPtrArray *from,
            GPtrArray *to,
            GtkWidget *focused,
            int        position)
{
  for (guint i = 0; i < from->len * to->len; i++)
    {
      GtkWidget *old = from->pdata[i / to->len];
      GtkWidget *new = to->pdata[i % to->len];
      const char *text = gtk_editable_get_text (GTK_EDITABLE (old));

      if (g_strcmp0 (g_object_get_data (G_OBJECT (old), "circle"), g_object_get_data (G_OBJECT (new), "circle")) != 0)
        continue;
      if (g_strcmp0 (text, g_object_get_data (G_OBJECT (old), "known")) != 0)
        gtk_editable_set_text (GTK_EDITABLE (new), text);
      if (old == focused)
        {
          gtk_text_grab_focus_without_selecting (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (new))));
          gtk_editable_set_position (GTK_EDITABLE (new), position);
        }
    }
}

static void
leader_cb (RoundelMembersPage *self,
           GtkWidget          *row)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  RoundelProgramChange *change = begin (self);

  if (change == NULL)
    return;
  set_known (row, gtk_editable_get_text (GTK_EDITABLE (row)));
  g_ptr_array_unref (roundel_program_set_facilitator (change->after, g_object_get_data (G_OBJECT (row), "circle"),
                                                      *name != '\0' ? name : NULL));
  roundel_program_change_do (change, g_strdup (_("Who leads is changed")));
}

static void
sponsor_cb (RoundelMembersPage *self,
            GtkWidget          *row)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  RoundelProgramChange *change = begin (self);

  if (change == NULL)
    return;
  set_known (row, gtk_editable_get_text (GTK_EDITABLE (row)));
  g_free (change->after->sponsor);
  change->after->sponsor = *name != '\0' ? g_steal_pointer (&name) : NULL;
  roundel_program_change_do (change, g_strdup (_("The sponsor is changed")));
}

static GtkWidget *
add_entry (RoundelMembersPage *self,
           GtkWidget          *group,
           const char         *title,
           const char         *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  set_known (row, text != NULL ? text : "");
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_ptr_array_add (self->entries, g_object_ref (row));
  return row;
}

static void
show_leaders (RoundelMembersPage *self)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->entries);
  GtkWidget *focused = NULL;
  GtkWidget *group, *row;
  int position = 0;

  for (guint i = 0; i < before->len; i++)
    if (has_focus (before->pdata[i]))
      {
        focused = before->pdata[i];
        position = gtk_editable_get_position (GTK_EDITABLE (focused));
      }
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  group = add_group (self->leaders, _("Around the program"), _("Nobody of these is a member’s boss, or from human resources."));
  for (guint i = 0; i < self->program->circles->len && !self->program->informal; i++)
    {
      const RoundelCircle *circle = self->program->circles->pdata[i];
      g_autofree char *name = self->program->circles->len > 1 ? roundel_words_circle (self->program, circle) : NULL;
      /* Translators: %s is the name of a circle */
      g_autofree char *title = name != NULL ? g_strdup_printf (_("Who leads %s"), name) : g_strdup (_("Who leads the sessions"));
      g_autofree char *leader = circle->facilitator != NULL ? roundel_program_dup_person_name (self->program, circle->facilitator) : NULL;
      g_autofree char *why = roundel_program_check_person (self->program, circle->facilitator);

      row = add_entry (self, group, title, leader);
      g_object_set_data_full (G_OBJECT (row), "circle", g_strdup (circle->id), g_free);
      g_signal_connect_object (row, "apply", G_CALLBACK (leader_cb), self, G_CONNECT_SWAPPED);
      if (why != NULL)
        add_line (group, why, _("Somebody else should lead the sessions."));
    }
  if (self->program->informal)
    {
      add_line (group, _("Its members started it, and lead it themselves."), NULL);
      return;
    }
  row = add_entry (self, group, _("Sponsor: who pays and supports it"), self->program->sponsor);
  g_signal_connect_object (row, "apply", G_CALLBACK (sponsor_cb), self, G_CONNECT_SWAPPED);
  carry_over (before, self->entries, focused, position);
}

static void
show_people (RoundelMembersPage *self,
             RoundelLineGroup   *group,
             const char         *role)
{
  gboolean committee = g_str_equal (role, ROUNDEL_PERSON_COMMITTEE);

  roundel_line_group_clear (group);
  for (guint i = 0; i < self->program->people->len; i++)
    {
      const RoundelPerson *person = self->program->people->pdata[i];
      g_autofree char *name = roundel_program_dup_person_name (self->program, person->name);
      g_autofree char *why = g_str_equal (role, ROUNDEL_PERSON_HUMAN_RESOURCES)
                             ? NULL : roundel_program_check_person (self->program, person->name);

      if (g_strcmp0 (person->role, role) != 0)
        continue;
      roundel_line_group_add (group, person->id, name, why != NULL ? why : roundel_program_find_member (self->program, person->name) != NULL
                              ? _("A member") : NULL, why != NULL);
    }
  if (committee)
    roundel_line_group_set (group, _("Advisory committee"),
                            roundel_program_has_person (self->program, role) && !roundel_program_committee_has_member (self->program)
                              ? _("Ask a member into the advisory committee.")
                              : _("Looks after the program; at least one of it is a member. It gets papers, and no names."), _("Add a name"));
}

static void
show_decisions (RoundelMembersPage *self)
{
  roundel_line_group_clear (self->decisions);
  for (guint i = 0; i < self->program->decisions->len; i++)
    {
      const RoundelDecision *decision = self->program->decisions->pdata[i];
      g_autofree char *local = g_strconcat (decision->on != NULL ? decision->on : "", "T00:00", NULL);
      g_autofree char *date = roundel_local_time_is_valid (local) ? roundel_words_date (local) : NULL;

      roundel_line_group_add (self->decisions, decision->id, decision->text != NULL ? decision->text : "", date, FALSE);
    }
}

static void
add_person (RoundelMembersPage *self,
            const char         *text,
            const char         *role)
{
  RoundelProgramChange *change = begin (self);
  g_autofree char *folded = roundel_fold (text);
  g_autofree char *id = new_id (self);
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
committee_added_cb (RoundelMembersPage *self,
                    const char         *text)
{
  add_person (self, text, ROUNDEL_PERSON_COMMITTEE);
}

static void
guest_added_cb (RoundelMembersPage *self,
                const char         *text)
{
  add_person (self, text, ROUNDEL_PERSON_GUEST);
}

static void
human_resources_added_cb (RoundelMembersPage *self,
                          const char         *text)
{
  add_person (self, text, ROUNDEL_PERSON_HUMAN_RESOURCES);
}

static void
decision_added_cb (RoundelMembersPage *self,
                   const char         *text)
{
  RoundelProgramChange *change = begin (self);
  g_autofree char *id = new_id (self);
  g_autofree char *date = today (self);

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
line_removed_cb (RoundelMembersPage *self,
                 const char         *id)
{
  RoundelProgramChange *change = begin (self);

  if (change == NULL)
    return;
  remove_id (change->after->people, id);
  remove_id (change->after->decisions, id);
  roundel_program_change_do (change, g_strdup (_("The line is removed")));
}

static void
find_seated (RoundelMembersPage *self)
{
  g_ptr_array_set_size (self->seated, 0);
  for (guint c = 0; c < self->program->circles->len; c++)
    {
      g_autoptr (GArray) circle = roundel_program_list_circle (self->program, self->program->circles->pdata[c]);

      for (guint i = 0; i < circle->len; i++)
        g_ptr_array_add (self->seated, self->program->members->pdata[g_array_index (circle, guint, i)]);
    }
}

static void
reload (RoundelMembersPage *self)
{
  RoundelProgram *program = roundel_notebook_read_program (roundel_desk_get_notebook (self->desk), self->id, NULL);

  if (program == NULL)
    return;
  g_clear_pointer (&self->program, roundel_program_free);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->program = program;
  self->found = roundel_program_find_conflicts (program, roundel_outcomes_find (roundel_desk_get_outcomes (self->desk),
                                                                                program->outcome));
  find_seated (self);
  adw_window_title_set_subtitle (self->header_title, program->title != NULL ? program->title : "");
  roundel_member_table_show (self->table, self->seated, program->members, self->found);
  gtk_widget_set_size_request (GTK_WIDGET (self->table), -1, (int) MIN (TABLE_MOST, TABLE_HEAD + TABLE_ROW * self->seated->len));
  show_conflicts (self);
  show_partners (self);
  show_offers (self);
  show_leaders (self);
  show_people (self, self->committee, ROUNDEL_PERSON_COMMITTEE);
  show_people (self, self->guests, ROUNDEL_PERSON_GUEST);
  show_people (self, self->human_resources, ROUNDEL_PERSON_HUMAN_RESOURCES);
  show_decisions (self);
}

static gboolean
reload_cb (gpointer user_data)
{
  RoundelMembersPage *self = user_data;

  self->reload_id = 0;
  reload (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (RoundelMembersPage *self)
{
  if (self->reload_id == 0)
    self->reload_id = g_idle_add (reload_cb, self);
}

/* Actions */

static void
close_page (GtkWidget  *widget,
            const char *action,
            GVariant   *target)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (ROUNDEL_IS_WINDOW (root))
    roundel_window_pop (ROUNDEL_WINDOW (root));
}

static void
pair (GtkWidget  *widget,
      const char *action,
      GVariant   *target)
{
  RoundelMembersPage *self = ROUNDEL_MEMBERS_PAGE (widget);
  RoundelProgramChange *change = begin (self);
  g_autofree char *id = new_id (self);
  g_autoptr (GError) error = NULL;
  GPtrArray *notes;

  if (change == NULL)
    return;
  notes = roundel_program_pair_again (change->after, g_variant_get_string (target, NULL), id,
                                      roundel_program_change_get_outcome (change), 1, &error);
  if (notes == NULL)
    {
      GtkRoot *root = gtk_widget_get_root (widget);

      if (ROUNDEL_IS_WINDOW (root))
        roundel_window_add_toast (ROUNDEL_WINDOW (root), adw_toast_new (error->message));
      roundel_program_change_unref (change);
      return;
    }
  roundel_program_change_propose (change, g_strdup (_("These partners from now on?")), notes, _("Pair Them"),
                                  g_strdup (_("They have new partners")));
}

/* Overrides */

static void
roundel_members_page_dispose (GObject *object)
{
  RoundelMembersPage *self = ROUNDEL_MEMBERS_PAGE (object);

  g_clear_handle_id (&self->reload_id, g_source_remove);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (roundel_members_page_parent_class)->dispose (object);
}

static void
roundel_members_page_finalize (GObject *object)
{
  RoundelMembersPage *self = ROUNDEL_MEMBERS_PAGE (object);

  g_clear_pointer (&self->program, roundel_program_free);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->seated);
  g_free (self->id);
  G_OBJECT_CLASS (roundel_members_page_parent_class)->finalize (object);
}

static void
roundel_members_page_class_init (RoundelMembersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_members_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = roundel_members_page_finalize;

  g_type_ensure (ROUNDEL_TYPE_LINE_GROUP);
  g_type_ensure (ROUNDEL_TYPE_MEMBER_TABLE);
  g_type_ensure (ROUNDEL_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/members-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelMembersPage, header_title);
  gtk_widget_class_bind_template_child (widget_class, RoundelMembersPage, table);
  gtk_widget_class_bind_template_child (widget_class, RoundelMembersPage, joins);
  gtk_widget_class_bind_template_child (widget_class, RoundelMembersPage, conflicts);
  gtk_widget_class_bind_template_child (widget_class, RoundelMembersPage, partners);
  gtk_widget_class_bind_template_child (widget_class, RoundelMembersPage, offers);
  gtk_widget_class_bind_template_child (widget_class, RoundelMembersPage, leaders);
  gtk_widget_class_bind_template_child (widget_class, RoundelMembersPage, committee);
  gtk_widget_class_bind_template_child (widget_class, RoundelMembersPage, guests);
  gtk_widget_class_bind_template_child (widget_class, RoundelMembersPage, human_resources);
  gtk_widget_class_bind_template_child (widget_class, RoundelMembersPage, decisions);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, joins_cb);
  gtk_widget_class_bind_template_callback (widget_class, committee_added_cb);
  gtk_widget_class_bind_template_callback (widget_class, guest_added_cb);
  gtk_widget_class_bind_template_callback (widget_class, human_resources_added_cb);
  gtk_widget_class_bind_template_callback (widget_class, decision_added_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_removed_cb);

  gtk_widget_class_install_action (widget_class, "members.close", NULL, close_page);
  gtk_widget_class_install_action (widget_class, "members.pair", "s", pair);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "members.close", NULL);
}

static void
roundel_members_page_init (RoundelMembersPage *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->seated = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  roundel_line_group_set (self->guests, _("Guests"), _("Who comes to a session for once."), _("Add a name"));
  roundel_line_group_set (self->human_resources, _("Human resources"),
                          _("Named here so that none of them leads, is a guest, or of the committee."), _("Add a name"));
  roundel_line_group_set (self->decisions, _("What the committee decided"), NULL, _("Add a decision of today"));
}

/**
 * roundel_members_page_new:
 * @desk: what the screens work on
 * @program: id of a program
 * @error: return location
 *
 * Returns: (transfer floating): a page for the whole window, or %NULL when there is no such program
 */
GtkWidget *
roundel_members_page_new (RoundelDesk  *desk,
                          const char   *program,
                          GError      **error)
{
  g_autoptr (RoundelProgram) read = roundel_notebook_read_program (roundel_desk_get_notebook (desk), program, error);
  RoundelMembersPage *self;

  if (read == NULL)
    return NULL;
  self = g_object_new (ROUNDEL_TYPE_MEMBERS_PAGE, NULL);
  self->desk = g_object_ref (desk);
  self->id = g_strdup (program);
  g_signal_connect_object (roundel_desk_get_notebook (desk), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  reload (self);
  return GTK_WIDGET (self);
}
