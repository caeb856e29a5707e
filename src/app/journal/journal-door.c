/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/journal-door.h"

#include "app/journal/lock-page.h"
#include "app/widgets/empty-page.h"

#define TWICE 1500 /* milliseconds within which two Esc are one wish */

/* What stands between the window and the pages of the journal: nothing, a cover, the question for a passphrase, or why it
 * does not open. */
struct _RoundelJournalDoor
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwBin *inside;
  GtkWidget *cover;
  GtkWidget *unlock; /* NULL until a passphrase was asked for */
  RoundelPassphraseForm *unlock_form;
  AdwStatusPage *closed;

  RoundelDesk *desk;
  RoundelJournal *journal; /* NULL until somebody entered */
  guint32 escaped; /* when Esc was pressed last, milliseconds */
};

enum
{
  PROP_INSIDE = 1,
  PROP_OPEN,
  N_PROPS
};

enum
{
  ENTERED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RoundelJournalDoor, roundel_journal_door, ADW_TYPE_BIN)

static void
show (RoundelJournalDoor *self,
      GtkWidget          *page)
{
  gtk_stack_set_visible_child (self->stack, page);
  if (page == self->cover)
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
  else if (page == self->unlock)
    gtk_widget_grab_focus (GTK_WIDGET (self->unlock_form));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

static void
take_journal (RoundelJournalDoor *self,
              RoundelJournal     *journal)
{
  self->journal = g_object_ref (journal);
  g_signal_emit (self, signals[ENTERED], 0, journal);
  show (self, GTK_WIDGET (self->inside));
}

/* Callbacks */

static void
unlocked_cb (GObject      *desk,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (RoundelJournalDoor) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean unlocked = roundel_desk_unlock_journal_finish (ROUNDEL_DESK (desk), result, &error);

  if (self->desk == NULL)
    return;
  roundel_passphrase_form_set_busy (self->unlock_form, FALSE);
  if (!unlocked)
    {
      roundel_passphrase_form_say (self->unlock_form, roundel_unlock_words (error));
      return;
    }
  roundel_passphrase_form_clear (self->unlock_form);
  if (self->journal != NULL)
    show (self, GTK_WIDGET (self->inside));
  else
    roundel_journal_door_enter (self);
}

static void
given_cb (RoundelJournalDoor *self,
          const char         *passphrase)
{
  roundel_passphrase_form_set_busy (self->unlock_form, TRUE);
  roundel_desk_unlock_journal_async (self->desk, passphrase, unlocked_cb, g_object_ref (self));
}

static void
ask_passphrase (RoundelJournalDoor *self)
{
  if (self->unlock == NULL)
    {
      self->unlock = roundel_unlock_page_new (&self->unlock_form);
      gtk_stack_add_child (self->stack, self->unlock);
      g_signal_connect_object (self->unlock_form, "given", G_CALLBACK (given_cb), self, G_CONNECT_SWAPPED);
    }
  show (self, self->unlock);
}

static gboolean
key_cb (RoundelJournalDoor    *self,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        GtkEventControllerKey *controller)
{
  guint32 now = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (controller));
  guint32 before = self->escaped;

  if (keyval != GDK_KEY_Escape || (state & gtk_accelerator_get_default_mod_mask ()) != 0 || self->journal == NULL)
    return GDK_EVENT_PROPAGATE;
  self->escaped = 0;
  if (gtk_stack_get_visible_child (self->stack) == self->cover)
    roundel_journal_door_uncover (self);
  else if (before != 0 && now - before < TWICE)
    roundel_journal_door_cover (self);
  else
    self->escaped = now;
  return GDK_EVENT_STOP;
}

/* Overrides */

static void
roundel_journal_door_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  RoundelJournalDoor *self = ROUNDEL_JOURNAL_DOOR (object);

  if (prop_id == PROP_INSIDE)
    g_value_set_object (value, adw_bin_get_child (self->inside));
  else
    g_value_set_boolean (value, roundel_journal_door_get_open (self));
}

static void
roundel_journal_door_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  adw_bin_set_child (ROUNDEL_JOURNAL_DOOR (object)->inside, g_value_get_object (value));
}

static void
roundel_journal_door_dispose (GObject *object)
{
  RoundelJournalDoor *self = ROUNDEL_JOURNAL_DOOR (object);

  g_clear_object (&self->journal);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (roundel_journal_door_parent_class)->dispose (object);
}

static void
roundel_journal_door_class_init (RoundelJournalDoorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = roundel_journal_door_get_property;
  object_class->set_property = roundel_journal_door_set_property;
  object_class->dispose = roundel_journal_door_dispose;

  /* the widget with the pages */
  properties[PROP_INSIDE] = g_param_spec_object ("inside", NULL, NULL, GTK_TYPE_WIDGET,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /* whether the pages are in view */
  properties[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * RoundelJournalDoor::entered:
   * @journal: the journal, open
   *
   * Once, before its pages are shown for the first time.
   */
  signals[ENTERED] = g_signal_new ("entered", ROUNDEL_TYPE_JOURNAL_DOOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, ROUNDEL_TYPE_JOURNAL);

  g_type_ensure (ROUNDEL_TYPE_EMPTY_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/journal-door.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalDoor, stack);
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalDoor, inside);
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalDoor, cover);
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalDoor, closed);
}

static void
roundel_journal_door_init (RoundelJournalDoor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * roundel_journal_door_set_desk:
 * @self: a door
 * @desk: whose journal is behind it
 */
void
roundel_journal_door_set_desk (RoundelJournalDoor *self,
                               RoundelDesk        *desk)
{
  g_return_if_fail (ROUNDEL_IS_JOURNAL_DOOR (self));

  g_set_object (&self->desk, desk);
}

/**
 * roundel_journal_door_enter:
 * @self: a door
 *
 * Opens the journal, which is not done before somebody looks at it; asks for the passphrase of a locked one.
 */
void
roundel_journal_door_enter (RoundelJournalDoor *self)
{
  g_autoptr (GError) error = NULL;
  RoundelJournal *journal;

  g_return_if_fail (ROUNDEL_IS_JOURNAL_DOOR (self) && self->desk != NULL);

  if (self->journal != NULL)
    return;
  journal = roundel_desk_get_journal (self->desk, &error);
  if (journal != NULL)
    take_journal (self, journal);
  else if (g_error_matches (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_LOCKED))
    ask_passphrase (self);
  else
    {
      adw_status_page_set_description (self->closed, error->message);
      show (self, GTK_WIDGET (self->closed));
    }
}

/**
 * roundel_journal_door_cover:
 * @self: a door
 *
 * Nothing of the pages can be read any more.
 */
void
roundel_journal_door_cover (RoundelJournalDoor *self)
{
  g_return_if_fail (ROUNDEL_IS_JOURNAL_DOOR (self));

  if (roundel_journal_door_get_open (self))
    show (self, self->cover);
}

/**
 * roundel_journal_door_uncover:
 * @self: a door
 *
 * Shows the pages again; those of a locked journal once its passphrase is given.
 */
void
roundel_journal_door_uncover (RoundelJournalDoor *self)
{
  g_return_if_fail (ROUNDEL_IS_JOURNAL_DOOR (self));

  if (self->journal == NULL || gtk_stack_get_visible_child (self->stack) != self->cover)
    return;
  if (roundel_journal_is_locked (self->journal))
    ask_passphrase (self);
  else
    show (self, GTK_WIDGET (self->inside));
}

/**
 * roundel_journal_door_get_open:
 * @self: a door
 *
 * Returns: whether the pages are in view
 */
gboolean
roundel_journal_door_get_open (RoundelJournalDoor *self)
{
  g_return_val_if_fail (ROUNDEL_IS_JOURNAL_DOOR (self), FALSE);

  return self->journal != NULL && gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->inside);
}

/**
 * roundel_journal_door_hear_escape:
 * @self: a door
 * @widget: one around it
 *
 * Esc twice covers the pages, wherever in @widget the focus is; once shows them again.
 */
void
roundel_journal_door_hear_escape (RoundelJournalDoor *self,
                                  GtkWidget          *widget)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (ROUNDEL_IS_JOURNAL_DOOR (self));

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, keys);
}
