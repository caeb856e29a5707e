/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/programs/lessons-card.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/plain-row.h"
#include "app/widgets/program-words.h"
#include "content/json.h"

#define MOST 12 /* of each that are shown */
#define ROWS 4  /* that are placed at a time: to measure their words takes a while */

/* What members let the circle read: released lessons, and promises they show (J6). */
struct _RoundelLessonsCard
{
  AdwBin parent_instance;

  GtkListBox *list;
  GPtrArray *rows; /* that come into the list, each in the place of one that is there */
  guint n_placed;
  char *id;        /* of the program */
};

G_DEFINE_FINAL_TYPE (RoundelLessonsCard, roundel_lessons_card, ADW_TYPE_BIN)

static char *
dup_owner (const RoundelProgram *program,
           const char           *by)
{
  for (guint i = 0; by != NULL && i < program->members->len; i++)
    if (g_str_equal (((RoundelMember *) program->members->pdata[i])->id, by))
      return roundel_words_name (program, i);
  /* Translators: who released a lesson and did not say who they are */
  return g_strdup (_("someone"));
}

typedef struct
{
  char *program;
  char *kind;
  char *entity;
  char *reg;
} Target;

static void
target_free (gpointer data)
{
  Target *target = data;

  g_free (target->program);
  g_free (target->kind);
  g_free (target->entity);
  g_free (target->reg);
  g_free (target);
}

/* When it is wanted: to make one for each row takes longer than the rows themselves. */
static void
fill_menu (GtkMenuButton *button,
           gpointer       user_data)
{
  const Target *target = user_data;
  g_autoptr (GMenu) menu = NULL;
  const struct { const char *label; const char *action; } items[] = {
    { N_("_History"), "win.history" }, { N_("_Erase Everywhere…"), "win.erase" },
  };

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  menu = g_menu_new ();
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(items[i].label), NULL);

      g_menu_item_set_action_and_target (item, items[i].action, "(ssss)", target->program, target->kind, target->entity, target->reg);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (G_MENU_MODEL (menu)));
}

static GtkWidget *
make_menu (const RoundelRecord *record,
           const char          *text)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autofree char *label = g_strdup_printf (_("More about “%s”"), text);
  Target *target = g_new0 (Target, 1);

  target->program = g_strdup (record->program);
  target->kind = g_strdup (record->kind);
  target->entity = g_strdup (record->entity);
  target->reg = g_strdup (record->reg != NULL ? record->reg : "");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), fill_menu, target, target_free);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("More"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

static void
add_row (RoundelLessonsCard   *self,
         const RoundelProgram *program,
         const RoundelRecord  *record,
         const char           *text,
         const char           *by)
{
  g_autofree char *owner = dup_owner (program, by);
  g_autofree char *said = g_strdup_printf (g_str_equal (record->kind, "lesson") ? _("Lesson from %s") : _("Promise of %s"), owner);
  GtkWidget *row = roundel_plain_row_new (text, said);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_menu (record, text));
  g_ptr_array_add (self->rows, g_object_ref_sink (row));
}

static void
remove_from (RoundelLessonsCard *self,
             guint               index)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, (int) index)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
add_lessons (RoundelLessonsCard   *self,
             const RoundelProgram *program)
{
  guint n = program->lessons->len;

  for (guint i = 0; i < MIN (n, MOST); i++)
    {
      const RoundelLesson *lesson = program->lessons->pdata[n - 1 - i];
      const RoundelRecord record = { .program = program->id, .kind = "lesson", .entity = lesson->id, .reg = "" };

      if (lesson->text != NULL)
        add_row (self, program, &record, lesson->text, lesson->by);
    }
  if (n > MOST)
    g_ptr_array_add (self->rows, g_object_ref_sink (roundel_plain_row_new (_("and earlier ones"), NULL)));
}

static void
add_promises (RoundelLessonsCard   *self,
              RoundelDesk          *desk,
              const RoundelProgram *program)
{
  g_autoptr (GPtrArray) records = roundel_notebook_list_kind (roundel_desk_get_notebook (desk), "commitment", NULL);
  guint n = 0;

  for (guint i = records != NULL ? records->len : 0; i-- > 0 && n < MOST;)
    {
      const RoundelRecord *record = records->pdata[i];
      g_autoptr (RoundelJson) json = NULL;
      g_autofree char *text = NULL;
      g_autofree char *by = NULL;

      if (g_strcmp0 (record->program, program->id) != 0)
        continue;
      json = roundel_json_new (record->body, -1, "body", NULL);
      text = json != NULL ? roundel_json_text (json, "text") : NULL;
      by = json != NULL && roundel_json_has (json, "by") ? roundel_json_text (json, "by") : NULL;
      if (text == NULL)
        continue;
      add_row (self, program, record, text, by);
      n++;
    }
}

static void
roundel_lessons_card_finalize (GObject *object)
{
  RoundelLessonsCard *self = ROUNDEL_LESSONS_CARD (object);

  g_ptr_array_unref (self->rows);
  g_free (self->id);
  G_OBJECT_CLASS (roundel_lessons_card_parent_class)->finalize (object);
}

static void
roundel_lessons_card_class_init (RoundelLessonsCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roundel_lessons_card_finalize;
}

static void
roundel_lessons_card_init (RoundelLessonsCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (_("Released lessons"));

  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Released lessons"), -1);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * roundel_lessons_card_show:
 * @self: a card
 * @desk: where the program is
 * @program: a program
 *
 * Shows what its members released last, the newest first, as far as roundel_lessons_card_fill() is called, and hides the
 * card when that is nothing.
 */
void
roundel_lessons_card_show (RoundelLessonsCard   *self,
                           RoundelDesk          *desk,
                           const RoundelProgram *program)
{
  g_return_if_fail (ROUNDEL_IS_LESSONS_CARD (self));

  g_ptr_array_set_size (self->rows, 0);
  self->n_placed = 0;
  if (g_strcmp0 (self->id, program->id) != 0)
    remove_from (self, 0);
  g_free (self->id);
  self->id = g_strdup (program->id);
  add_lessons (self, program);
  add_promises (self, desk, program);
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

/**
 * roundel_lessons_card_fill:
 * @self: a card that shows a program
 *
 * Places a few rows more. What was there stays until its place is taken, so that nothing moves when little has changed.
 *
 * Returns: whether there are more
 */
gboolean
roundel_lessons_card_fill (RoundelLessonsCard *self)
{
  guint end;

  g_return_val_if_fail (ROUNDEL_IS_LESSONS_CARD (self), FALSE);

  for (end = MIN (self->n_placed + ROWS, self->rows->len); self->n_placed < end; self->n_placed++)
    {
      GtkListBoxRow *before = gtk_list_box_get_row_at_index (self->list, (int) self->n_placed);

      if (before != NULL)
        gtk_list_box_remove (self->list, GTK_WIDGET (before));
      gtk_list_box_insert (self->list, self->rows->pdata[self->n_placed], (int) self->n_placed);
    }
  if (self->n_placed < self->rows->len)
    return TRUE;
  remove_from (self, self->n_placed);
  g_ptr_array_set_size (self->rows, 0);
  return FALSE;
}
