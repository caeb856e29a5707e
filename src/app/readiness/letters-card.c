/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/readiness/letters-card.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/text-row.h"
#include "core/agreement.h"

/* The support letter to each supervisor, and the sheet for the member who asks for time (D12): to copy, or to save. */
struct _RoundelLettersCard
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (RoundelLettersCard, roundel_letters_card, ADW_TYPE_BIN)

static void
roundel_letters_card_class_init (RoundelLettersCardClass *klass)
{
}

static void
roundel_letters_card_init (RoundelLettersCard *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Letters"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

/**
 * roundel_letters_card_new:
 * @program: a program
 *
 * Returns: (transfer floating): its letters
 */
GtkWidget *
roundel_letters_card_new (const RoundelProgram *program)
{
  RoundelLettersCard *self = g_object_new (ROUNDEL_TYPE_LETTERS_CARD, NULL);
  g_auto (GStrv) supervisors = roundel_program_list_supervisors (program);
  g_auto (GStrv) kept = roundel_charter_never_leaves ();
  g_autofree char *never = g_strjoinv (" ", kept);
  g_autofree char *description = g_strdup_printf (_("Never reported: %s"), never);

  adw_preferences_group_set_description (self->group, description);
  for (guint i = 0; supervisors[i] != NULL; i++)
    {
      g_autofree char *title = g_strdup_printf (_("Support letter to %s"), supervisors[i]);

      adw_preferences_group_add (self->group, roundel_text_row_new (title, _("to be signed"),
                                                                    roundel_program_write_letter (program, supervisors[i])));
    }
  adw_preferences_group_add (self->group, roundel_text_row_new (_("Talk sheet"), _("for a member who asks for time"),
                                                                roundel_program_write_talk_sheet (program)));
  adw_preferences_group_add (self->group, roundel_text_row_new (_("Letter to the organisation"), _("what to expect, and what not"),
                                                                roundel_program_write_expectation_letter (program)));
  return GTK_WIDGET (self);
}
