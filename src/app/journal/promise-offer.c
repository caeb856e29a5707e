/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/promise-offer.h"

#include <glib/gi18n-lib.h>

#include "app/journal/about.h"
#include "app/widgets/outcome.h"
#include "app/window.h"
#include "core/week.h"
#include "store/journal/commitment.h"
#include "store/journal/me.h"
#include "store/journal/session-promise.h"
#include "store/programs.h"

/* What was promised at the close of the last session, and is not written down yet. */
struct _RoundelPromiseOffer
{
  AdwBin parent_instance;

  GtkWidget *card;
  GtkLabel *what;
  GtkButton *no;

  RoundelDesk *desk;
  RoundelJournal *journal;
  char *program;
  char *session; /* NULL while nothing is offered */
  guint looking;
};

G_DEFINE_FINAL_TYPE (RoundelPromiseOffer, roundel_promise_offer, ADW_TYPE_BIN)

static gboolean
is_written (RoundelPromiseOffer *self,
            const char          *session)
{
  g_autoptr (GPtrArray) commitments = roundel_journal_list_commitments (self->journal, NULL);

  for (guint i = 0; commitments != NULL && i < commitments->len; i++)
    if (g_strcmp0 (((RoundelCommitment *) commitments->pdata[i])->session, session) == 0)
      return TRUE;
  return FALSE;
}

static void
offer (RoundelPromiseOffer  *self,
       const RoundelProgram *program,
       const RoundelSession *session,
       gboolean              made)
{
  g_autofree char *said = g_strdup_printf (made ? _("You made a promise in Session %u") : _("Did you make a promise in Session %u?"),
                                           session->number);

  self->program = g_strdup (program->id);
  self->session = g_strdup (session->id);
  gtk_label_set_label (self->what, said);
  gtk_button_set_label (self->no, made ? _("Leave It") : _("No"));
}

static void
look (RoundelPromiseOffer *self)
{
  RoundelNotebook *notebook = roundel_desk_get_notebook (self->desk);
  g_autoptr (GPtrArray) programs = roundel_notebook_list_programs (notebook, NULL);
  const RoundelProgram *mine = roundel_about_mine (programs, self->journal);
  g_autoptr (RoundelProgram) program = mine != NULL ? roundel_notebook_read_program (notebook, mine->id, NULL) : NULL;
  g_autofree char *me = program != NULL ? roundel_journal_get_me (self->journal, program->id, NULL) : NULL;
  const RoundelSession *session = program != NULL ? roundel_week_find_promises (program, me) : NULL;
  RoundelSessionPromise known = session != NULL ? roundel_journal_get_session_promise (self->journal, session->id)
                                                : ROUNDEL_SESSION_PROMISE_SETTLED;

  g_clear_pointer (&self->program, g_free);
  g_clear_pointer (&self->session, g_free);
  if (known != ROUNDEL_SESSION_PROMISE_SETTLED && !is_written (self, session->id))
    {
      roundel_outcome_dress (self->card, roundel_about_outcome (self->desk, programs, program->id));
      offer (self, program, session, known == ROUNDEL_SESSION_PROMISE_MADE);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->session != NULL);
}

static gboolean
look_cb (gpointer data)
{
  RoundelPromiseOffer *self = data;

  self->looking = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

/* Nobody waits for it who wants to write. */
static void
look_soon (RoundelPromiseOffer *self)
{
  if (self->looking == 0)
    self->looking = g_idle_add_full (G_PRIORITY_LOW, look_cb, self, NULL);
}

/* A page is saved often, and makes no offer. */
static void
journal_changed_cb (RoundelPromiseOffer *self)
{
  if (self->session != NULL)
    look_soon (self);
}

static void
unsettle_cb (AdwToast            *toast,
             RoundelPromiseOffer *self)
{
  roundel_journal_set_session_promise (self->journal, g_object_get_data (G_OBJECT (toast), "session"),
                                       GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (toast), "known")), NULL);
  look (self);
}

/* Actions */

static void
write_it (GtkWidget  *widget,
          const char *action,
          GVariant   *target)
{
  RoundelPromiseOffer *self = ROUNDEL_PROMISE_OFFER (widget);

  if (self->session != NULL)
    gtk_widget_activate_action (widget, "journal.keep-promise", "(ss)", self->program, self->session);
}

static void
settle (GtkWidget  *widget,
        const char *action,
        GVariant   *target)
{
  RoundelPromiseOffer *self = ROUNDEL_PROMISE_OFFER (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  AdwToast *toast;

  if (self->session == NULL)
    return;
  toast = adw_toast_new (_("You are not asked again"));
  adw_toast_set_button_label (toast, _("Undo"));
  g_object_set_data_full (G_OBJECT (toast), "session", g_strdup (self->session), g_free);
  g_object_set_data (G_OBJECT (toast), "known", GUINT_TO_POINTER (roundel_journal_get_session_promise (self->journal, self->session)));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (unsettle_cb), self, 0);
  roundel_journal_set_session_promise (self->journal, self->session, ROUNDEL_SESSION_PROMISE_SETTLED, NULL);
  look (self);
  if (ROUNDEL_IS_WINDOW (root))
    roundel_window_add_toast (ROUNDEL_WINDOW (root), toast);
  else
    g_object_unref (toast);
}

/* Overrides */

static void
roundel_promise_offer_dispose (GObject *object)
{
  RoundelPromiseOffer *self = ROUNDEL_PROMISE_OFFER (object);

  g_clear_handle_id (&self->looking, g_source_remove);
  g_clear_object (&self->desk);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->program, g_free);
  g_clear_pointer (&self->session, g_free);
  G_OBJECT_CLASS (roundel_promise_offer_parent_class)->dispose (object);
}

static void
roundel_promise_offer_class_init (RoundelPromiseOfferClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_promise_offer_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/promise-offer.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelPromiseOffer, card);
  gtk_widget_class_bind_template_child (widget_class, RoundelPromiseOffer, what);
  gtk_widget_class_bind_template_child (widget_class, RoundelPromiseOffer, no);
  gtk_widget_class_install_action (widget_class, "offer.write", NULL, write_it);
  gtk_widget_class_install_action (widget_class, "offer.settle", NULL, settle);
}

static void
roundel_promise_offer_init (RoundelPromiseOffer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * roundel_promise_offer_set_desk:
 * @self: an offer, which is in view while there is something to write down
 * @desk: where the sessions are
 * @journal: where promises are written down
 */
void
roundel_promise_offer_set_desk (RoundelPromiseOffer *self,
                                RoundelDesk         *desk,
                                RoundelJournal      *journal)
{
  g_return_if_fail (ROUNDEL_IS_PROMISE_OFFER (self) && self->journal == NULL);

  self->desk = g_object_ref (desk);
  self->journal = g_object_ref (journal);
  g_signal_connect_object (journal, "changed", G_CALLBACK (journal_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (roundel_desk_get_notebook (desk), "changed", G_CALLBACK (look_soon), self, G_CONNECT_SWAPPED);
  look_soon (self);
}
