/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/shortcuts.h"

#include <glib/gi18n-lib.h>

#define GENERAL NC_("shortcuts", "General")
#define PROGRAM NC_("shortcuts", "Programs")
#define PLAN NC_("shortcuts", "Plan of a session")
#define ROUND NC_("shortcuts", "While a session runs")
#define JOURNAL NC_("shortcuts", "Journal")
#define SHARING NC_("shortcuts", "Sharing")

/* The one list of keys. A screen's own actions carry its prefix and work while the screen is shown. */
static const RoundelShortcut shortcuts[] = {
  { "win.page::programs", { "<Control>1", "<Alt>1" }, N_("Programs"), GENERAL },
  { "win.page::run", { "<Control>2", "<Alt>2" }, N_("Run a session"), GENERAL },
  { "win.page::journal", { "<Control>3", "<Alt>3" }, N_("Journal"), GENERAL },
  { "win.menu", { "F10" }, N_("Main menu"), GENERAL },
  { "win.shortcuts", { "<Control>question" }, N_("Keyboard shortcuts"), GENERAL },
  { "window.close", { "<Control>w" }, N_("Close the window"), GENERAL },
  { "app.quit", { "<Control>q" }, N_("Quit"), GENERAL },
  { "win.new-program", { "<Control>n" }, N_("New program"), PROGRAM },
  { "programs.search", { "<Control>f" }, N_("Search programs"), PROGRAM },
  { "programs.undo", { "<Control>z" }, N_("Bring back the program that was deleted"), PROGRAM },
  { "wizard.next", { "<Alt>Page_Down" }, N_("Next question"), PROGRAM },
  { "wizard.back", { "<Alt>Page_Up" }, N_("Previous question"), PROGRAM },
  { "win.formats", { "<Control><Shift>f" }, N_("Formats"), PROGRAM },
  { "formats.search", { "<Control>f" }, N_("Search formats"), PROGRAM },
  { "formats.close", { "Escape" }, N_("Done with the formats"), PROGRAM },
  { "results.undo", { "<Control>z" }, N_("Undo the last change of the results"), PROGRAM },
  { "results.close", { "Escape" }, N_("Done with the results"), PROGRAM },
  { "readiness.undo", { "<Control>z" }, N_("Undo the last answer"), PROGRAM },
  { "plan.undo", { "<Control>z" }, N_("Undo"), PLAN },
  { "plan.redo", { "<Control><Shift>z", "<Control>y" }, N_("Redo"), PLAN },
  { "plan.add", { "Insert" }, N_("Add a round"), PLAN },
  { "plan.close", { "Escape" }, N_("Done with the plan"), PLAN },
  { "block.earlier", { "<Alt>Up" }, N_("Move the round up"), PLAN },
  { "block.later", { "<Alt>Down" }, N_("Move the round down"), PLAN },
  { "block.longer", { "<Control>Down", "plus", "KP_Add" }, N_("One minute longer"), PLAN },
  { "block.shorter", { "<Control>Up", "minus", "KP_Subtract" }, N_("One minute shorter"), PLAN },
  { "block.repeat", { "<Control>d" }, N_("The same round once more"), PLAN },
  { "block.split", { "s" }, N_("Split the round in two"), PLAN },
  { "block.optional", { "o" }, N_("Optional, or not"), PLAN },
  { "block.remove", { "Delete" }, N_("Remove the round"), PLAN },
  { "run.pause", { "space" }, N_("Pause, and go on"), ROUND },
  { "run.next", { "Right", "Page_Down", "n" }, N_("Next round"), ROUND },
  { "run.back", { "Left", "Page_Up" }, N_("Round before"), ROUND },
  { "run.plan", { "j" }, N_("Jump to a round of the plan"), ROUND },
  { "run.more", { "plus", "equal", "KP_Add" }, N_("One minute more"), ROUND },
  { "run.less", { "minus", "KP_Subtract" }, N_("One minute less"), ROUND },
  { "run.fit", { "f" }, N_("Fit the rest into the time"), ROUND },
  { "run.guide", { "i" }, N_("This round in full"), ROUND },
  { "run.rescue", { "r" }, N_("Rescue cards: when it gets difficult"), ROUND },
  { "run.extra-timer", { "t" }, N_("Start and stop the extra timer"), ROUND },
  { "run.hold", { "h" }, N_("Hold everything, and go on"), ROUND },
  { "run.room-view", { "F5" }, N_("Room view, and back"), ROUND },
  { "run.blank", { "b", "period" }, N_("Blank the room view, and light it"), ROUND },
  { "run.message", { "m" }, N_("Write a message to the room"), ROUND },
  { "run.fullscreen", { "F11" }, N_("Full screen, and back"), ROUND },
  { "run.return", { "Escape" }, N_("Back to the round"), ROUND },
  { "run.undo", { "<Control>z" }, N_("Undo the last step"), ROUND },
  { "journal.new-entry", { "<Control><Shift>n" }, N_("New page"), JOURNAL },
  { "journal.search", { "<Control>f" }, N_("Search everything you wrote"), JOURNAL },
  { "win.practise", { "<Control>t" }, N_("Note a practice"), JOURNAL },
  { "journal.add-promise", { "<Control><Shift>p" }, N_("Make a promise"), JOURNAL },
  { "journal.release", { "<Control><Shift>r" }, N_("Release a lesson"), JOURNAL },
  { "journal.cover", { "<Control>l" }, N_("Cover the page, as Esc twice does"), JOURNAL },
  { "win.share", { "<Control><Shift>s" }, N_("Share"), SHARING },
  { "win.open-shared", { "<Control>o" }, N_("Open a shared file"), SHARING },
};

static gboolean
is_global (const char *action)
{
  return g_str_has_prefix (action, "app.") || g_str_has_prefix (action, "win.") ||
         g_str_has_prefix (action, "window.");
}

/**
 * roundel_shortcuts_list:
 * @n_shortcuts: (out): how many
 *
 * Titles and groups are not translated yet: a title by gettext(), a group in the context `shortcuts`.
 *
 * Returns: (transfer none) (array length=n_shortcuts): all shortcuts, those of a group together
 */
const RoundelShortcut *
roundel_shortcuts_list (guint *n_shortcuts)
{
  g_return_val_if_fail (n_shortcuts != NULL, NULL);

  *n_shortcuts = G_N_ELEMENTS (shortcuts);
  return shortcuts;
}

/**
 * roundel_shortcuts_install:
 * @application: the application
 *
 * Sets the keys of all actions of the application and of its windows.
 */
void
roundel_shortcuts_install (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (is_global (shortcuts[i].action))
      gtk_application_set_accels_for_action (application, shortcuts[i].action, shortcuts[i].keys);
}

static void
attach (GtkWidget        *widget,
        const char       *prefix,
        GtkShortcutScope  scope)
{
  g_autofree char *dotted = g_strconcat (prefix, ".", NULL);
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), scope);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    for (guint k = 0; g_str_has_prefix (shortcuts[i].action, dotted) && shortcuts[i].keys[k] != NULL; k++)
      {
        g_autoptr (GVariant) target = NULL;
        g_autofree char *name = NULL;
        GtkShortcut *shortcut;

        if (!g_action_parse_detailed_name (shortcuts[i].action, &name, &target, NULL))
          g_assert_not_reached ();
        shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].keys[k]),
                                     gtk_named_action_new (name));
        gtk_shortcut_set_arguments (shortcut, target);
        gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
      }
  gtk_widget_add_controller (widget, controller);
}

/**
 * roundel_shortcuts_attach:
 * @screen: a screen that has installed actions with @prefix
 * @prefix: the part of an action's name before the dot
 *
 * Sets the keys of the actions of @screen. They work wherever the focus is while @screen is shown, except where the
 * focused widget uses the key itself, as an entry does.
 */
void
roundel_shortcuts_attach (GtkWidget  *screen,
                          const char *prefix)
{
  g_return_if_fail (GTK_IS_WIDGET (screen));
  g_return_if_fail (prefix != NULL);

  attach (screen, prefix, GTK_SHORTCUT_SCOPE_GLOBAL);
}

/**
 * roundel_shortcuts_attach_inside:
 * @widget: a part of a screen
 * @prefix: the part of an action's name before the dot
 *
 * While the focus is inside @widget the keys go before those of what is around it: arrows and pages otherwise move the
 * focus and the scrollbar.
 */
void
roundel_shortcuts_attach_inside (GtkWidget  *widget,
                                 const char *prefix)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (prefix != NULL);

  attach (widget, prefix, GTK_SHORTCUT_SCOPE_LOCAL);
}

/**
 * roundel_shortcuts_activate:
 * @widget: a widget in the screen that has installed actions with @prefix
 * @prefix: the part of an action's name before the dot
 * @keyval: a key
 * @state: what was held with it
 *
 * Does what a key does in the screen of @widget, for a window of its own that gets the keys of a presenter's clicker.
 *
 * Returns: whether the key does anything there
 */
gboolean
roundel_shortcuts_activate (GtkWidget       *widget,
                            const char      *prefix,
                            guint            keyval,
                            GdkModifierType  state)
{
  g_autofree char *dotted = g_strconcat (prefix, ".", NULL);
  GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    for (guint k = 0; g_str_has_prefix (shortcuts[i].action, dotted) && shortcuts[i].keys[k] != NULL; k++)
      {
        g_autoptr (GVariant) target = NULL;
        g_autofree char *name = NULL;
        GdkModifierType wanted;
        guint key;

        /* a sign may need Shift on this keyboard */
        if (!gtk_accelerator_parse (shortcuts[i].keys[k], &key, &wanted) || key != keyval
            || (held != wanted && held != (wanted | GDK_SHIFT_MASK)))
          continue;
        if (!g_action_parse_detailed_name (shortcuts[i].action, &name, &target, NULL))
          g_assert_not_reached ();
        return gtk_widget_activate_action_variant (widget, name, target);
      }
  return FALSE;
}
