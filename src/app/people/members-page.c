/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/people/members-page.h"

#include <glib/gi18n-lib.h>

#include "app/people/around.h"
#include "app/widgets/answer-row.h"
#include "app/widgets/import-page.h"
#include "app/widgets/kept-row.h"
#include "app/widgets/member-table.h"
#include "app/widgets/plain-row.h"
#include "app/widgets/program-words.h"
#include "app/widgets/width-bin.h"
#include "core/agreement.h"
#include "core/committee.h"
#include "core/life.h"
#include "core/offers.h"
#include "core/pair-again.h"
#include "core/split.h"

/* So many offers are named */
#define MOST_OFFERS 40

/* With more circles than this the partners of each are one line; so are those of a circle of more groups than the next */
#define MOST_CIRCLES 8
#define MOST_GROUPS 24

/* So many conflicts have a row; the others stand at the persons */
#define MOST_CONFLICTS 20

/* Who learns together, who stands in the way of it, who is partner of whom, who can help whom, and who is around. */
struct _RoundelMembersPage
{
  RoundelProgramPage parent_instance;

  AdwWindowTitle *header_title;
  RoundelMemberTable *table;
  GtkEditable *joins;
  AdwPreferencesGroup *conflicts;
  GtkWidget *split;
  GtkBox *partners;
  GtkBox *offers;
  RoundelAround *around;

  GPtrArray *found;     /* of RoundelConflict */
  GHashTable *rows;     /* what names a conflict → RoundelAnswerRow */
  GtkWidget *more;      /* (nullable): how many conflicts have no row */
  GPtrArray *seated;    /* of RoundelMember: those in the table; of the program */
};

G_DEFINE_FINAL_TYPE (RoundelMembersPage, roundel_members_page, ROUNDEL_TYPE_PROGRAM_PAGE)

static RoundelProgramChange *
begin (RoundelMembersPage *self)
{
  return roundel_program_page_begin (ROUNDEL_PROGRAM_PAGE (self));
}

static RoundelProgram *
get_program (RoundelMembersPage *self)
{
  return roundel_program_page_get_program (ROUNDEL_PROGRAM_PAGE (self));
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

static void
joins_cb (RoundelMembersPage *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->joins)));
  RoundelProgramChange *change = *name != '\0' ? begin (self) : NULL;
  const RoundelCircle *circle = change != NULL ? roundel_program_find_smallest_circle (change->after) : NULL;
  g_autofree char *id = roundel_program_page_dup_new_id (ROUNDEL_PROGRAM_PAGE (self));
  g_autoptr (RoundelMember) member = roundel_member_new (id, name);
  GPtrArray *notes;

  if (circle == NULL)
    {
      g_clear_pointer (&change, roundel_program_change_unref);
      return;
    }
  roundel_kept_row_clear (ADW_ENTRY_ROW (self->joins));
  notes = roundel_program_join (change->after, member, circle->id, roundel_program_change_get_outcome (change));
  /* Translators: %s is a name */
  roundel_program_change_propose (change, g_strdup_printf (_("%s joins?"), name), notes, _("Join"),
                                  g_strdup_printf (_("%s has joined"), name));
}

/* Who has come in from a list; what follows is shown before it is done. */
static void
bring_in (GtkWidget               *widget,
          const RoundelMembersCsv *csv,
          const char              *name)
{
  RoundelMembersPage *self = ROUNDEL_MEMBERS_PAGE (widget);
  RoundelProgramChange *change = begin (self);
  g_autoptr (GPtrArray) people = roundel_members_new ();
  guint n = csv->members->len;

  if (change == NULL || change->after->circles->len == 0)
    {
      g_clear_pointer (&change, roundel_program_change_unref);
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      RoundelMember *member = roundel_member_copy (csv->members->pdata[i]);

      g_free (member->id);
      member->id = roundel_program_page_dup_new_id (ROUNDEL_PROGRAM_PAGE (self));
      g_ptr_array_add (people, member);
    }
  roundel_program_change_propose (change, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Bring in %u person from %s?",
                                                                        "Bring in %u people from %s?", n), n, name),
                                  roundel_program_bring_in (change->after, people, roundel_program_change_get_outcome (change)),
                                  _("Bring In"), g_strdup_printf (_("They came in from %s"), name));
}

/* Exceptions */

static void
exception_cb (RoundelMembersPage *self,
              RoundelAnswerRow   *row)
{
  const char *name = roundel_answer_row_get_id (row);
  const char *reason = roundel_answer_row_get_text (row, 0);
  RoundelProgramChange *change = begin (self);
  g_autofree char *id = roundel_program_page_dup_new_id (ROUNDEL_PROGRAM_PAGE (self));
  g_autofree char *date = roundel_program_page_dup_today (ROUNDEL_PROGRAM_PAGE (self));
  g_autoptr (GPtrArray) found = NULL;

  if (change == NULL)
    return;
  found = roundel_program_find_conflicts (change->after, roundel_program_change_get_outcome (change));
  for (guint i = 0; i < found->len; i++)
    {
      g_autofree char *other = roundel_program_name_exception (change->after, found->pdata[i]);

      if (g_str_equal (name, other))
        roundel_program_make_exception (change->after, id, found->pdata[i], reason, date);
    }
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

/* Those that are open go before those that were agreed. */
static int
compare_open (gconstpointer a,
              gconstpointer b)
{
  const RoundelConflict *one = *(const RoundelConflict * const *) a;
  const RoundelConflict *other = *(const RoundelConflict * const *) b;

  return (one->exception != NULL) - (other->exception != NULL);
}

static void
show_more_conflicts (RoundelMembersPage *self)
{
  guint more = self->found->len - MIN (self->found->len, MOST_CONFLICTS);
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "And %u more: it stands at the person above.",
                                                        "And %u more: they stand at the persons above.", more), more);

  if (self->more != NULL)
    adw_preferences_group_remove (self->conflicts, self->more);
  self->more = more > 0 ? roundel_plain_row_new (text, NULL) : NULL;
  if (self->more != NULL)
    adw_preferences_group_add (self->conflicts, self->more);
}

static void
find_conflicts (RoundelMembersPage *self)
{
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = roundel_program_find_conflicts (get_program (self), roundel_program_page_get_outcome (ROUNDEL_PROGRAM_PAGE (self)));
  g_ptr_array_sort (self->found, compare_open);
}

/* A row stays as long as its conflict does, with what somebody is writing into it. */
static void
show_conflicts (RoundelMembersPage *self)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->rows);
  GHashTableIter iter;
  gpointer gone;

  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < MIN (self->found->len, MOST_CONFLICTS); i++)
    {
      const RoundelConflict *conflict = self->found->pdata[i];
      const RoundelAnswerEntry entry = { _("Why it may be all the same, as all agreed"), conflict->exception };
      char *id = roundel_program_name_exception (get_program (self), conflict);
      g_autofree char *known = conflict->exception != NULL ? g_strdup_printf (_("Exception agreed: %s"), conflict->exception) : NULL;
      GtkWidget *row = g_hash_table_lookup (before, id);

      if (row != NULL)
        roundel_answer_row_show (ROUNDEL_ANSWER_ROW (row), conflict->why, known, &entry);
      else
        {
          row = roundel_answer_row_new (id, conflict->why, known, &entry, 1);
          g_signal_connect_object (row, "saved", G_CALLBACK (exception_cb), self, G_CONNECT_SWAPPED);
          adw_preferences_group_add (self->conflicts, row);
        }
      g_hash_table_remove (before, id);
      g_hash_table_insert (self->rows, id, row);
    }
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, NULL, &gone))
    adw_preferences_group_remove (self->conflicts, gone);
  show_more_conflicts (self);
  gtk_widget_set_visible (GTK_WIDGET (self->conflicts), self->found->len > 0);
  gtk_widget_set_visible (self->split, roundel_program_find_large_circle (get_program (self),
                                                                          roundel_program_page_get_outcome (ROUNDEL_PROGRAM_PAGE (self))) != NULL);
}

/* Partners, offers and asks */

static GtkWidget *
add_line (GtkWidget  *group,
          const char *title,
          const char *subtitle)
{
  GtkWidget *row = roundel_plain_row_new (title, subtitle);

  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
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
make_pair_button (const RoundelCircle *circle,
                  const char          *name)
{
  GtkWidget *button = gtk_button_new_with_label (_("New Partners…"));

  if (name != NULL)
    {
      /* Translators: %s is the name of a circle */
      g_autofree char *label = g_strdup_printf (_("New partners in %s…"), name);

      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", circle->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "members.pair");
  gtk_widget_add_css_class (button, "flat");
  return button;
}

/* Who are partners in CIRCLE, as texts. */
static GPtrArray *
list_partners (const RoundelProgram *program,
               const RoundelCircle  *circle)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < program->partners->len; i++)
    {
      const RoundelPartnering *partners = program->partners->pdata[i];

      for (guint k = 0; g_strcmp0 (partners->circle, circle->id) == 0 && k < partners->groups->len; k++)
        g_ptr_array_add (texts, join_names (program, partners->groups->pdata[k]));
    }
  return texts;
}

static char *
join_lines (GPtrArray *texts)
{
  g_ptr_array_add (texts, NULL);
  return g_strjoinv ("\n", (char **) texts->pdata);
}

/* The partners of CIRCLE, a line for each group of them. */
static void
show_partners_of (RoundelMembersPage  *self,
                  const RoundelCircle *circle)
{
  const RoundelProgram *program = get_program (self);
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *name = program->circles->len > 1 ? roundel_words_circle (program, circle) : NULL;
  /* Translators: %s is the name of a circle */
  g_autofree char *title = name != NULL ? g_strdup_printf (_("Partners of %s"), name) : g_strdup (_("Partners"));
  g_autoptr (GPtrArray) texts = list_partners (program, circle);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), make_pair_button (circle, name));
  if (texts->len > MOST_GROUPS)
    {
      g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u group of partners", "%u groups of partners",
                                                             texts->len), texts->len);
      g_autofree char *all = join_lines (texts);

      add_line (group, count, all);
    }
  else
    for (guint i = 0; i < texts->len; i++)
      add_line (group, texts->pdata[i], NULL);
  gtk_box_append (self->partners, group);
}

/* All circles of a large program, a line for each. */
static void
show_partners_in_lines (RoundelMembersPage *self)
{
  const RoundelProgram *program = get_program (self);
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Partners"));
  for (guint c = 0; c < program->circles->len; c++)
    {
      const RoundelCircle *circle = program->circles->pdata[c];
      g_autofree char *name = roundel_words_circle (program, circle);
      GtkWidget *button = make_pair_button (circle, name);
      g_autoptr (GPtrArray) texts = list_partners (program, circle);
      g_autofree char *all = join_lines (texts);

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (add_line (group, name, all)), button);
    }
  gtk_box_append (self->partners, group);
}

static void
show_partners (RoundelMembersPage *self)
{
  const RoundelProgram *program = get_program (self);

  empty (self->partners);
  if (program->circles->len > MOST_CIRCLES)
    show_partners_in_lines (self);
  for (guint c = 0; c < program->circles->len && program->circles->len <= MOST_CIRCLES; c++)
    show_partners_of (self, program->circles->pdata[c]);
}

static void
show_offers (RoundelMembersPage *self)
{
  g_autoptr (GArray) offers = roundel_program_list_offers (get_program (self));
  GtkWidget *group = add_group (self->offers, _("Offers and asks"), _("Who can help with what somebody wants to learn."));

  for (guint i = 0; i < MIN (offers->len, MOST_OFFERS); i++)
    {
      const RoundelOffer *offer = &g_array_index (offers, RoundelOffer, i);
      g_autofree char *helper = offer->helper != G_MAXUINT ? roundel_words_name (get_program (self), offer->helper) : NULL;
      g_autofree char *asker = offer->asker != G_MAXUINT ? roundel_words_name (get_program (self), offer->asker) : NULL;
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

static void
find_seated (RoundelMembersPage *self)
{
  g_ptr_array_set_size (self->seated, 0);
  for (guint c = 0; c < get_program (self)->circles->len; c++)
    {
      g_autoptr (GArray) circle = roundel_program_list_circle (get_program (self), get_program (self)->circles->pdata[c]);

      for (guint i = 0; i < circle->len; i++)
        g_ptr_array_add (self->seated, get_program (self)->members->pdata[g_array_index (circle, guint, i)]);
    }
}

/* Actions */

static void
pair (GtkWidget  *widget,
      const char *action,
      GVariant   *target)
{
  RoundelMembersPage *self = ROUNDEL_MEMBERS_PAGE (widget);
  RoundelProgramChange *change = begin (self);
  g_autofree char *id = roundel_program_page_dup_new_id (ROUNDEL_PROGRAM_PAGE (self));
  g_autoptr (GError) error = NULL;
  GPtrArray *notes;

  if (change == NULL)
    return;
  notes = roundel_program_pair_again (change->after, g_variant_get_string (target, NULL), id,
                                      roundel_program_change_get_outcome (change), 1, &error);
  if (notes == NULL)
    {
      roundel_program_page_say (ROUNDEL_PROGRAM_PAGE (self), error->message);
      roundel_program_change_unref (change);
      return;
    }
  roundel_program_change_propose (change, g_strdup (_("These partners from now on?")), notes, _("Pair Them"),
                                  g_strdup (_("They have new partners")));
}

static void
split (GtkWidget  *widget,
       const char *action,
       GVariant   *target)
{
  RoundelMembersPage *self = ROUNDEL_MEMBERS_PAGE (widget);
  RoundelProgramChange *change = begin (self);
  const RoundelOutcome *outcome = change != NULL ? roundel_program_change_get_outcome (change) : NULL;
  const RoundelCircle *circle = change != NULL ? roundel_program_find_large_circle (change->after, outcome) : NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *notes = NULL;
  guint n;

  if (circle == NULL)
    {
      g_clear_pointer (&change, roundel_program_change_unref);
      return;
    }
  n = g_strv_length (circle->members);
  notes = roundel_program_split_circle (change->after, circle->id, roundel_desk_get_env (change->desk), outcome, 1, &error);
  if (notes == NULL)
    {
      roundel_program_page_say (ROUNDEL_PROGRAM_PAGE (self), error->message);
      roundel_program_change_unref (change);
      return;
    }
  roundel_program_change_propose (change, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Split %u person into circles?",
                                                                        "Split %u people into circles?", n), n),
                                  notes, _("Split"), g_strdup (_("They meet in circles now")));
}

static void
open_csv (GtkWidget  *widget,
          const char *action,
          GVariant   *target)
{
  roundel_import_choose (widget, bring_in);
}

static void
paste (GtkWidget  *widget,
       const char *action,
       GVariant   *target)
{
  roundel_import_paste (widget, bring_in);
}

/* Overrides */

static void
roundel_members_page_show (RoundelProgramPage *page)
{
  RoundelMembersPage *self = ROUNDEL_MEMBERS_PAGE (page);
  const RoundelProgram *program = get_program (self);

  find_conflicts (self);
  find_seated (self);
  adw_window_title_set_subtitle (self->header_title, program->title != NULL ? program->title : "");
  roundel_member_table_show (self->table, self->seated, program->members, self->found);
  show_conflicts (self);
  show_partners (self);
  show_offers (self);
  roundel_around_show (self->around);
}

static void
roundel_members_page_finalize (GObject *object)
{
  RoundelMembersPage *self = ROUNDEL_MEMBERS_PAGE (object);

  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_hash_table_unref (self->rows);
  g_ptr_array_unref (self->seated);
  G_OBJECT_CLASS (roundel_members_page_parent_class)->finalize (object);
}

static void
roundel_members_page_class_init (RoundelMembersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = roundel_members_page_finalize;
  ROUNDEL_PROGRAM_PAGE_CLASS (klass)->show = roundel_members_page_show;

  g_type_ensure (ROUNDEL_TYPE_AROUND);
  g_type_ensure (ROUNDEL_TYPE_MEMBER_TABLE);
  g_type_ensure (ROUNDEL_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/members-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelMembersPage, header_title);
  gtk_widget_class_bind_template_child (widget_class, RoundelMembersPage, table);
  gtk_widget_class_bind_template_child (widget_class, RoundelMembersPage, joins);
  gtk_widget_class_bind_template_child (widget_class, RoundelMembersPage, conflicts);
  gtk_widget_class_bind_template_child (widget_class, RoundelMembersPage, split);
  gtk_widget_class_bind_template_child (widget_class, RoundelMembersPage, partners);
  gtk_widget_class_bind_template_child (widget_class, RoundelMembersPage, offers);
  gtk_widget_class_bind_template_child (widget_class, RoundelMembersPage, around);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, joins_cb);

  gtk_widget_class_install_action (widget_class, "members.pair", "s", pair);
  gtk_widget_class_install_action (widget_class, "members.open-csv", NULL, open_csv);
  gtk_widget_class_install_action (widget_class, "members.split", NULL, split);
  gtk_widget_class_install_action (widget_class, "members.paste", NULL, paste);
}

static void
roundel_members_page_init (RoundelMembersPage *self)
{
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->seated = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  roundel_import_watch_paste (self->joins, "members.paste");
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
  return roundel_program_page_new (ROUNDEL_TYPE_MEMBERS_PAGE, desk, program, error);
}
