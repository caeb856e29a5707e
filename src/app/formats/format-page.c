/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/formats/format-page.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/format-words.h"
#include "app/widgets/plan-blocks.h"
#include "app/widgets/text-row.h"
#include "core/expand.h"

/* Published without a number of people, a format is shown with this many. */
#define USUAL_PEOPLE 6
#define REPEAT_INDENT 18

/* One format, whole: what for, when and when not, with whom, who does what, and its rhythm as blocks. */
struct _RoundelFormatPage
{
  AdwBin parent_instance;

  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (RoundelFormatPage, roundel_format_page, ADW_TYPE_BIN)

static void
add_words (RoundelFormatPage *self,
           const char        *text,
           const char        *css_class)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (self->box, label);
}

static GtkWidget *
make_row (const char *title,
          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
add_group (RoundelFormatPage *self,
           GtkWidget         *group,
           const char        *title)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (self->box, group);
}

static char *
describe_minutes (const RoundelStep *step)
{
  guint low = (step->low + 30) / 60;
  guint high = (step->high + 30) / 60;
  const char *where = step->provenance == 'P' ? _("published") : step->provenance == 'R' ? _("recalled") : _("our judgement");

  if (step->high < 60)
    return g_strdup_printf (_("%u s · %s"), step->high, where);
  if (low == high)
    return g_strdup_printf (_("%u min · %s"), high, where);
  return g_strdup_printf (_("%u–%u min · %s"), low, high, where);
}

/* How often STEP, which is repeated, takes place. */
static char *
describe_repeat (const RoundelStep *step)
{
  g_autofree char *range = step->count_low == step->count_high ? g_strdup_printf ("%u", step->count_low)
                           : g_strdup_printf ("%u–%u", step->count_low, step->count_high);

  switch (step->repeat)
    {
    case ROUNDEL_REPEAT_MEMBER:
      return g_strdup (step->share ? _("Each member in turn, sharing these minutes:") : _("Each member in turn:"));

    case ROUNDEL_REPEAT_STORYTELLER:
      /* Translators: a number or a range of numbers, such as 2–3, of those who tell or teach the others something */
      return g_strdup_printf (_("%s come forward, one after the other:"), range);

    case ROUNDEL_REPEAT_TOPIC:
      /* Translators: a number or a range of numbers */
      return g_strdup_printf (_("Each topic, %s in all:"), range);

    default:
      /* Translators: a number or a range of numbers, such as 2–3 */
      return g_strdup_printf (_("%s times:"), range);
    }
}

static GtkWidget *
add_step_row (GtkWidget  *group,
              const char *title,
              const char *say,
              guint       depth)
{
  GtkWidget *row = make_row (title, say);

  /* what is repeated stands further in, so that one sees where it ends */
  gtk_widget_set_margin_start (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)), (int) depth * REPEAT_INDENT);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static void
add_steps (GtkWidget       *group,
           const GPtrArray *steps,
           guint            depth)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const RoundelStep *step = steps->pdata[i];

      if (step->steps != NULL)
        {
          g_autofree char *repeat = describe_repeat (step);

          gtk_widget_add_css_class (add_step_row (group, repeat, NULL, depth), "repeat");
          add_steps (group, step->steps, depth + 1);
        }
      else
        {
          g_autofree char *minutes = describe_minutes (step);
          GtkWidget *label = gtk_label_new (minutes);

          gtk_widget_add_css_class (label, "note");
          gtk_widget_add_css_class (label, "numeric");
          adw_action_row_add_suffix (ADW_ACTION_ROW (add_step_row (group, step->title, step->say, depth)), label);
        }
    }
}

/* Whether the round AT is in a turn after the first: what it brings has been shown. */
static gboolean
comes_again (const RoundelAgenda *agenda,
             guint                at)
{
  const RoundelRound *round = agenda->rounds->pdata[at];

  if (round->kind == ROUNDEL_ROUND_SETTLE && at + 1 < agenda->rounds->len)
    round = agenda->rounds->pdata[at + 1];
  return round->turn > 1;
}

/* Each round is a line of its own, and the turns after the first are one together. */
static void
split_rounds (RoundelAgenda *agenda)
{
  gboolean again = FALSE;

  g_ptr_array_set_size (agenda->parts, 0);
  for (guint i = 0; i < agenda->rounds->len; i++)
    {
      RoundelRound *round = agenda->rounds->pdata[i];

      if (!again || !comes_again (agenda, i))
        {
          again = comes_again (agenda, i);
          g_ptr_array_add (agenda->parts, g_strdup (again ? _("And so on, turn by turn") : round->title));
        }
      round->part = agenda->parts->len - 1;
    }
}

static void
add_rhythm (RoundelFormatPage   *self,
            const RoundelFormat *format,
            guint                people)
{
  guint usual = CLAMP (USUAL_PEOPLE, format->people_min, format->people_max > 0 ? format->people_max : G_MAXUINT);
  RoundelExpansion expansion = { people > 0 ? people : usual };
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelAgenda) agenda = roundel_format_expand (format, &expansion, &error);
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "With %u person", "With %u people", expansion.n_members),
                                            expansion.n_members);
  GtkWidget *blocks;

  add_words (self, title, "heading");
  if (agenda == NULL)
    {
      add_words (self, error->message, "warning-text");
      return;
    }
  split_rounds (agenda);
  blocks = roundel_plan_blocks_new ();
  roundel_plan_blocks_set (ROUNDEL_PLAN_BLOCKS (blocks), agenda, NULL, 0);
  gtk_box_append (self->box, blocks);
}

/* The name of a role stands in the middle of sentences elsewhere. */
static char *
begin_large (const char *name)
{
  char first[7] = "";

  if (*name == '\0')
    return g_strdup (name);
  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (name)), first);
  return g_strconcat (first, g_utf8_next_char (name), NULL);
}

static void
add_roles (RoundelFormatPage   *self,
           const RoundelFormat *format)
{
  GtkWidget *group = adw_preferences_group_new ();

  for (guint i = 0; i < format->roles->len; i++)
    {
      const RoundelRole *role = format->roles->pdata[i];

      g_autofree char *name = begin_large (role->name);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (name, role->does));
    }
  if (format->roles->len > 0)
    add_group (self, group, _("Roles"));
  else
    g_object_unref (g_object_ref_sink (group));
}

static void
add_source (RoundelFormatPage   *self,
            const RoundelFormat *format)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *sources = format->sources != NULL ? g_strjoinv ("\n", format->sources) : NULL;

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             make_row (_("Source"), sources != NULL && *sources != '\0' ? sources : _("Written for Roundel")));
  if (format->source_edition != NULL)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (_("Edition"), format->source_edition));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (_("Licence"), format->licence));
  if (format->attribution != NULL)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (_("Attribution"), format->attribution));
  add_group (self, group, _("Where it comes from"));
}

static void
roundel_format_page_class_init (RoundelFormatPageClass *klass)
{
}

static void
roundel_format_page_init (RoundelFormatPage *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * roundel_format_page_set:
 * @self: a page
 * @format: what it shows
 * @people: for how many the rhythm is drawn; 0 for a usual number
 */
void
roundel_format_page_set (RoundelFormatPage   *self,
                         const RoundelFormat *format,
                         guint                people)
{
  g_autofree char *summary = roundel_words_format_summary (format);
  g_autofree char *groups = NULL;
  GtkWidget *when, *paste, *steps;

  g_return_if_fail (ROUNDEL_IS_FORMAT_PAGE (self));

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL;)
    gtk_box_remove (self->box, child);
  if (format->group_min > 0)
    groups = format->group_max == format->group_min ? g_strdup_printf (_("%s · in groups of %u"), summary, format->group_min)
             : format->group_max > 0 ? g_strdup_printf (_("%s · in groups of %u–%u"), summary, format->group_min, format->group_max)
             : g_strdup_printf (_("%s · in groups from %u"), summary, format->group_min);
  add_words (self, format->name, "question");
  add_words (self, groups != NULL ? groups : summary, "dim");
  add_words (self, format->purpose, "topic");
  when = adw_preferences_group_new ();
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (when), make_row (_("When"), format->when));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (when), make_row (_("When not"), format->when_not));
  gtk_box_append (self->box, when);
  if (format->paste != NULL)
    {
      paste = adw_preferences_group_new ();
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (paste), roundel_text_row_new (format->steps->len == 0
                                 ? _("To paste into an online channel") : _("To hand out"), format->paste, g_strdup (format->paste)));
      gtk_box_append (self->box, paste);
    }
  if (format->steps->len > 0)
    {
      add_rhythm (self, format, people);
      add_roles (self, format);
      steps = adw_preferences_group_new ();
      add_steps (steps, format->steps, 0);
      add_group (self, steps, _("Step by step"));
    }
  add_words (self, format->odd, "dim");
  add_words (self, format->note, "note");
  add_source (self, format);
}
