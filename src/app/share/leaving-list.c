/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/share/leaving-list.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/widgets/plain-row.h"
#include "app/widgets/record-words.h"

#define MOST 100 /* of a kind that are shown in words; the rest is counted */

/* What leaves, thing by thing: a row a kind, in it a row a record, with its words. */
struct _RoundelLeavingList
{
  AdwBin parent_instance;

  GtkListBox *list;
  GPtrArray *records; /* of RoundelRecord, by kind and record */
  const RoundelProgram *program;
};

G_DEFINE_FINAL_TYPE (RoundelLeavingList, roundel_leaving_list, ADW_TYPE_BIN)

/* Where a kind stands among the records. */
typedef struct
{
  guint from;
  guint to;
} Range;

static gboolean
is_same_record (const RoundelRecord *a,
                const RoundelRecord *b)
{
  return g_str_equal (a->entity, b->entity) && g_str_equal (a->kind, b->kind);
}

static GtkWidget *
new_row (const char *title,
         const char *subtitle)
{
  GtkWidget *row = roundel_plain_row_new (title, subtitle);

  gtk_widget_add_css_class (row, "words");
  return row;
}

/* The records of a kind, when somebody wants to see them; the registers of one stand together. */
static void
expanded_cb (AdwExpanderRow     *row,
             GParamSpec         *pspec,
             RoundelLeavingList *self)
{
  const Range *range = g_object_get_data (G_OBJECT (row), "range");
  guint shown = 0;

  if (!adw_expander_row_get_expanded (row) || g_object_get_data (G_OBJECT (row), "filled") != NULL)
    return;
  g_object_set_data (G_OBJECT (row), "filled", row);
  for (guint i = range->from; i < range->to; i++)
    {
      const RoundelRecord *record = self->records->pdata[i];
      g_autofree char *title = roundel_words_title (record, self->program);
      g_autoptr (GString) words = g_string_new (NULL);

      for (; i < range->to && is_same_record (self->records->pdata[i], record); i++)
        {
          g_autofree char *all = roundel_words_all (((RoundelRecord *) self->records->pdata[i])->body, self->program);

          g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", all);
        }
      i--;
      if (shown++ < MOST)
        adw_expander_row_add_row (row, new_row (*title != '\0' ? title : roundel_words_kind (record->kind, NULL), words->str));
    }
  if (shown > MOST)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", shown - MOST), shown - MOST);

      adw_expander_row_add_row (row, new_row (more, NULL));
    }
}

static void
add_kind (RoundelLeavingList *self,
          guint               from,
          guint               to)
{
  const RoundelRecord *first = self->records->pdata[from];
  GtkWidget *row = adw_expander_row_new ();
  Range *range = g_new0 (Range, 1);
  GtkWidget *label;
  g_autofree char *count = NULL;
  guint n = 1;

  for (guint i = from + 1; i < to; i++)
    n += !is_same_record (self->records->pdata[i - 1], self->records->pdata[i]);
  range->from = from;
  range->to = to;
  count = g_strdup_printf ("%u", n);
  label = gtk_label_new (count);
  gtk_widget_add_css_class (label, "dim");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), roundel_words_kinds (first->kind));
  roundel_compat_add_suffix (ADW_EXPANDER_ROW (row), label);
  g_object_set_data_full (G_OBJECT (row), "range", range, g_free);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self, 0);
  gtk_list_box_append (self->list, row);
}

static void
roundel_leaving_list_finalize (GObject *object)
{
  g_clear_pointer (&ROUNDEL_LEAVING_LIST (object)->records, g_ptr_array_unref);
  G_OBJECT_CLASS (roundel_leaving_list_parent_class)->finalize (object);
}

static void
roundel_leaving_list_class_init (RoundelLeavingListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roundel_leaving_list_finalize;
}

static void
roundel_leaving_list_init (RoundelLeavingList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What leaves"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

/* What a person looks for first comes first; a kind of a newer version last. */
static guint
rank (const RoundelRecord *record)
{
  const char *kinds[] = { "program", "session", "charter", "member", "circle", "partners", "topic", "ballot", "result", "lesson",
                          "commitment", "record", "attendance", "harvest", "evaluation", "card", "member-notes", "readiness",
                          "support-contact", "erase" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (kinds) && !g_str_equal (kinds[i], record->kind); i++)
    ;
  return i;
}

static int
compare_records (gconstpointer a,
                 gconstpointer b)
{
  const RoundelRecord *one = *(RoundelRecord * const *) a;
  const RoundelRecord *two = *(RoundelRecord * const *) b;
  int ranks = (int) rank (one) - (int) rank (two);
  int entities = strcmp (one->entity, two->entity);

  return ranks != 0 ? ranks : entities != 0 ? entities : strcmp (one->reg, two->reg);
}

/**
 * roundel_leaving_list_show:
 * @self: a list
 * @records: (nullable) (transfer full) (element-type RoundelRecord): what leaves, as roundel_export_list() gives it
 * @program: (nullable): the program, for names; it must stay until the next call
 */
void
roundel_leaving_list_show (RoundelLeavingList   *self,
                           GPtrArray            *records,
                           const RoundelProgram *program)
{
  guint from = 0;

  g_return_if_fail (ROUNDEL_IS_LEAVING_LIST (self));

  for (GtkWidget *row; (row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL;)
    gtk_list_box_remove (self->list, row);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  self->records = records;
  self->program = program;
  if (records != NULL)
    g_ptr_array_sort (records, compare_records);
  for (guint i = 0; records != NULL && i < records->len; i++)
    if (i + 1 == records->len
        || !g_str_equal (((RoundelRecord *) records->pdata[i])->kind, ((RoundelRecord *) records->pdata[i + 1])->kind))
      {
        add_kind (self, from, i + 1);
        from = i + 1;
      }
  gtk_widget_set_visible (GTK_WIDGET (self), records != NULL && records->len > 0);
}
