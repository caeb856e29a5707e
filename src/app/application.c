/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/application.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/reminders.h"
#include "app/shortcuts.h"
#include "app/window-pages.h"

struct _RoundelApplication
{
  AdwApplication parent_instance;

  RoundelEnv *env;
  RoundelDesk *desk;   /* NULL until it is asked for */
  char *notebook_path; /* NULL: the user's own */
};

G_DEFINE_FINAL_TYPE (RoundelApplication, roundel_application, ADW_TYPE_APPLICATION)

static RoundelWindow *
present_window (RoundelApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  while (window != NULL && !ROUNDEL_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  if (window == NULL)
    window = GTK_WINDOW (roundel_window_new (self));
  gtk_window_present (window);
  return ROUNDEL_WINDOW (window);
}

/* One instance a notebook: its path, made unmistakable, becomes a part of the application's id. */
static void
own_notebook (RoundelApplication *self,
              const char         *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);
  g_autofree char *id = g_strdup_printf (APPLICATION_ID ".n%.16s", digest);

  g_free (self->notebook_path);
  self->notebook_path = g_file_get_path (file);
  g_application_set_application_id (G_APPLICATION (self), id);
}

/* Actions */

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GtkApplication *application = GTK_APPLICATION (user_data);
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (application));

  /* each window may have something to say before it closes */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

/* Overrides */

static int
roundel_application_handle_local_options (GApplication *application,
                                          GVariantDict *options)
{
  RoundelApplication *self = ROUNDEL_APPLICATION (application);
  g_autoptr (GError) error = NULL;
  const char *clock;
  const char *notebook;

  if (g_variant_dict_lookup (options, "version", "b", NULL))
    {
      g_print ("roundel %s\n", PACKAGE_VERSION);
      return 0;
    }
  if (g_variant_dict_lookup (options, "notebook", "^&ay", &notebook))
    own_notebook (self, notebook);
  if (g_variant_dict_lookup (options, "clock", "&s", &clock))
    {
      RoundelEnv *env = roundel_env_new_for_clock (clock, &error);

      if (env == NULL)
        {
          g_printerr ("%s\n", error->message);
          return 2;
        }
      roundel_env_unref (self->env);
      self->env = env;
    }
  return -1;
}

static void
roundel_application_startup (GApplication *application)
{
  const GActionEntry actions[] = { { .name = "quit", .activate = quit_action } };

  G_APPLICATION_CLASS (roundel_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  roundel_compat_quicken_labels ();
  roundel_shortcuts_install (GTK_APPLICATION (application));
  roundel_reminders_attach (ROUNDEL_APPLICATION (application));
  gtk_window_set_default_icon_name (APPLICATION_ID);
}

static void
roundel_application_activate (GApplication *application)
{
  present_window (ROUNDEL_APPLICATION (application));
}

static void
roundel_application_open (GApplication  *application,
                          GFile        **files,
                          int            n_files,
                          const char    *hint)
{
  RoundelWindow *window = present_window (ROUNDEL_APPLICATION (application));

  for (int i = 0; i < n_files; i++)
    roundel_window_open_shared (window, files[i]);
}

static void
roundel_application_finalize (GObject *object)
{
  RoundelApplication *self = ROUNDEL_APPLICATION (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->env, roundel_env_unref);
  g_free (self->notebook_path);
  G_OBJECT_CLASS (roundel_application_parent_class)->finalize (object);
}

static void
roundel_application_class_init (RoundelApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = roundel_application_finalize;
  application_class->handle_local_options = roundel_application_handle_local_options;
  application_class->startup = roundel_application_startup;
  application_class->activate = roundel_application_activate;
  application_class->open = roundel_application_open;
}

static void
roundel_application_init (RoundelApplication *self)
{
  const GOptionEntry options[] = {
    { "notebook", 'n', 0, G_OPTION_ARG_FILENAME, NULL, N_("Use this notebook instead of your own"), N_("FILE") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Show the version"), NULL },
    { "clock", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, NULL, NULL, NULL },
    { NULL }
  };
  GApplication *application = G_APPLICATION (self);

  self->env = roundel_env_new_system ();
  g_application_add_main_option_entries (application, options);
  g_application_set_option_context_parameter_string (application, _("[SHARED FILE]"));
}

/**
 * roundel_application_new:
 *
 * Returns: (transfer full): the application, with the user's own notebook unless the command line names another
 */
RoundelApplication *
roundel_application_new (void)
{
  return g_object_new (ROUNDEL_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "resource-base-path", "/org/roundel/Roundel",
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}

/**
 * roundel_application_close:
 * @self: an application that no longer runs
 *
 * Writes what still waits and closes the files, whoever else holds the desk. g_application_run() still dispatches what is
 * pending after the shutdown, so this has to come after it.
 */
void
roundel_application_close (RoundelApplication *self)
{
  g_return_if_fail (ROUNDEL_IS_APPLICATION (self));

  if (self->desk != NULL)
    roundel_desk_close (self->desk);
}

/**
 * roundel_application_get_env:
 * @self: the application
 *
 * Returns: (transfer none): clocks and randomness
 */
RoundelEnv *
roundel_application_get_env (RoundelApplication *self)
{
  g_return_val_if_fail (ROUNDEL_IS_APPLICATION (self), NULL);

  if (self->env == NULL)
    self->env = roundel_env_new_system (); /* an application without a command line */
  return self->env;
}

/**
 * roundel_application_get_notebook_path:
 * @self: the application
 *
 * Returns: (nullable) (type filename): the notebook of `--notebook`, %NULL for the user's own
 */
const char *
roundel_application_get_notebook_path (RoundelApplication *self)
{
  g_return_val_if_fail (ROUNDEL_IS_APPLICATION (self), NULL);

  return self->notebook_path;
}

/**
 * roundel_application_get_desk:
 * @self: the application
 * @error: return location for why the notebook cannot be opened, or the content is not there
 *
 * Returns: (transfer none): what the screens work on, or %NULL
 */
RoundelDesk *
roundel_application_get_desk (RoundelApplication  *self,
                              GError             **error)
{
  g_return_val_if_fail (ROUNDEL_IS_APPLICATION (self), NULL);

  if (self->desk == NULL)
    self->desk = roundel_desk_new (self->env, self->notebook_path, error);
  return self->desk;
}
