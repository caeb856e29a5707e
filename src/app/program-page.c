/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/program-page.h"

#include "app/window.h"
#include "core/id.h"
#include "store/programs.h"

typedef struct
{
  RoundelDesk *desk;
  RoundelProgram *program;
  guint reload_id;
} RoundelProgramPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RoundelProgramPage, roundel_program_page, ADW_TYPE_BIN)

static RoundelProgramPagePrivate *
get_private (RoundelProgramPage *self)
{
  return roundel_program_page_get_instance_private (self);
}

static gboolean
reload_cb (gpointer user_data)
{
  RoundelProgramPage *self = user_data;
  RoundelProgramPagePrivate *priv = get_private (self);
  RoundelProgram *program = roundel_notebook_read_program (roundel_desk_get_notebook (priv->desk), priv->program->id, NULL);

  priv->reload_id = 0;
  if (program == NULL)
    return G_SOURCE_REMOVE;
  roundel_program_free (priv->program);
  priv->program = program;
  ROUNDEL_PROGRAM_PAGE_GET_CLASS (self)->show (self);
  return G_SOURCE_REMOVE;
}

/* Many changes at once are read once. */
static void
changed_cb (RoundelProgramPage *self)
{
  RoundelProgramPagePrivate *priv = get_private (self);

  if (priv->reload_id == 0)
    priv->reload_id = g_idle_add (reload_cb, self);
}

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
roundel_program_page_dispose (GObject *object)
{
  RoundelProgramPagePrivate *priv = get_private (ROUNDEL_PROGRAM_PAGE (object));

  g_clear_handle_id (&priv->reload_id, g_source_remove);
  G_OBJECT_CLASS (roundel_program_page_parent_class)->dispose (object);
}

static void
roundel_program_page_finalize (GObject *object)
{
  RoundelProgramPagePrivate *priv = get_private (ROUNDEL_PROGRAM_PAGE (object));

  g_clear_object (&priv->desk);
  g_clear_pointer (&priv->program, roundel_program_free);
  G_OBJECT_CLASS (roundel_program_page_parent_class)->finalize (object);
}

static void
roundel_program_page_class_init (RoundelProgramPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_program_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = roundel_program_page_finalize;

  gtk_widget_class_install_action (widget_class, "program-page.close", NULL, close_page);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "program-page.close", NULL);
}

static void
roundel_program_page_init (RoundelProgramPage *self)
{
}

/**
 * roundel_program_page_new:
 * @type: a type that derives from #RoundelProgramPage
 * @desk: what the screens work on
 * @program: id of a program
 * @error: return location
 *
 * Returns: (transfer floating): a page for the whole window, or %NULL when there is no such program
 */
GtkWidget *
roundel_program_page_new (GType         type,
                          RoundelDesk  *desk,
                          const char   *program,
                          GError      **error)
{
  RoundelProgram *read = roundel_notebook_read_program (roundel_desk_get_notebook (desk), program, error);
  RoundelProgramPage *self;
  RoundelProgramPagePrivate *priv;

  if (read == NULL)
    return NULL;
  self = g_object_new (type, NULL);
  priv = get_private (self);
  priv->desk = g_object_ref (desk);
  priv->program = read;
  g_signal_connect_object (roundel_desk_get_notebook (desk), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  ROUNDEL_PROGRAM_PAGE_GET_CLASS (self)->show (self);
  return GTK_WIDGET (self);
}

/**
 * roundel_program_page_get_desk:
 * @self: a page
 *
 * Returns: (transfer none): what the screens work on
 */
RoundelDesk *
roundel_program_page_get_desk (RoundelProgramPage *self)
{
  g_return_val_if_fail (ROUNDEL_IS_PROGRAM_PAGE (self), NULL);

  return get_private (self)->desk;
}

/**
 * roundel_program_page_get_program:
 * @self: a page
 *
 * Returns: (transfer none): the program as it was read last
 */
RoundelProgram *
roundel_program_page_get_program (RoundelProgramPage *self)
{
  g_return_val_if_fail (ROUNDEL_IS_PROGRAM_PAGE (self), NULL);

  return get_private (self)->program;
}

/**
 * roundel_program_page_get_outcome:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the outcome of the program
 */
const RoundelOutcome *
roundel_program_page_get_outcome (RoundelProgramPage *self)
{
  g_return_val_if_fail (ROUNDEL_IS_PROGRAM_PAGE (self), NULL);

  return roundel_outcomes_find (roundel_desk_get_outcomes (get_private (self)->desk), get_private (self)->program->outcome);
}

/**
 * roundel_program_page_begin:
 * @self: a page
 *
 * Returns: (transfer full) (nullable): a change of the program, to be done or proposed; %NULL when it is gone
 */
RoundelProgramChange *
roundel_program_page_begin (RoundelProgramPage *self)
{
  g_return_val_if_fail (ROUNDEL_IS_PROGRAM_PAGE (self), NULL);

  return roundel_program_change_new (GTK_WIDGET (self), get_private (self)->desk, get_private (self)->program->id);
}

/**
 * roundel_program_page_dup_new_id:
 * @self: a page
 *
 * Returns: (transfer full): an id for something that is added to the program
 */
char *
roundel_program_page_dup_new_id (RoundelProgramPage *self)
{
  g_return_val_if_fail (ROUNDEL_IS_PROGRAM_PAGE (self), NULL);

  return roundel_id_new (roundel_desk_get_env (get_private (self)->desk));
}

/**
 * roundel_program_page_dup_today:
 * @self: a page
 *
 * Returns: (transfer full): the day of the reader, such as `2027-01-07`
 */
char *
roundel_program_page_dup_today (RoundelProgramPage *self)
{
  g_autoptr (GDateTime) now = NULL;

  g_return_val_if_fail (ROUNDEL_IS_PROGRAM_PAGE (self), NULL);

  now = g_date_time_new_from_unix_local (roundel_env_now (roundel_desk_get_env (get_private (self)->desk)) / G_USEC_PER_SEC);
  return g_date_time_format (now, "%Y-%m-%d");
}

/**
 * roundel_program_page_say:
 * @self: a page
 * @text: what is said for a moment
 */
void
roundel_program_page_say (RoundelProgramPage *self,
                          const char         *text)
{
  GtkRoot *root;

  g_return_if_fail (ROUNDEL_IS_PROGRAM_PAGE (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (ROUNDEL_IS_WINDOW (root))
    roundel_window_add_toast (ROUNDEL_WINDOW (root), adw_toast_new (text));
}
