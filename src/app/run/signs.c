/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/signs.h"

#include <glib/gi18n-lib.h>

#include "app/live-text.h"
#include "app/run/bell.h"
#include "app/run/notice.h"
#include "app/window.h"

#define PICTURE_MS 1600 /* how long the picture says that a bell rang */

/* How a running session makes itself felt: a bell, a picture, a notification when nobody looks, and a screen that stays
 * awake. */
struct _RoundelSigns
{
  GObject parent_instance;

  GtkWidget *picture; /* not owned: it owns this; gets the class `chimed` for a while */
  RoundelLive *live;
  RoundelBell *bell;
  RoundelNotice *notice;
  gboolean sounds;
  guint timer;
  guint inhibition; /* cookie, 0 for none */
  GtkApplication *application; /* that gave it */
};

enum
{
  PROP_0,
  PROP_SOUNDS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RoundelSigns, roundel_signs, G_TYPE_OBJECT)

static RoundelWindow *
get_window (RoundelSigns *self)
{
  GtkRoot *root = gtk_widget_get_root (self->picture);

  return ROUNDEL_IS_WINDOW (root) ? ROUNDEL_WINDOW (root) : NULL;
}

static void
keep_awake (RoundelSigns *self,
            gboolean      awake)
{
  RoundelWindow *window = get_window (self);

  if (awake && self->inhibition == 0 && window != NULL && gtk_window_get_application (GTK_WINDOW (window)) != NULL)
    {
      g_set_object (&self->application, gtk_window_get_application (GTK_WINDOW (window)));
      self->inhibition = gtk_application_inhibit (self->application, GTK_WINDOW (window),
                                                  GTK_APPLICATION_INHIBIT_IDLE | GTK_APPLICATION_INHIBIT_SUSPEND,
                                                  _("A session is running"));
    }
  else if (!awake && self->inhibition != 0)
    {
      gtk_application_uninhibit (self->application, self->inhibition);
      self->inhibition = 0;
    }
}

static void
changed_cb (RoundelSigns *self)
{
  keep_awake (self, roundel_live_get_view (self->live)->phase == ROUNDEL_SESSION_PHASE_RUNNING);
}

static gboolean
picture_over_cb (gpointer user_data)
{
  RoundelSigns *self = user_data;

  self->timer = 0;
  gtk_widget_remove_css_class (self->picture, "chimed");
  return G_SOURCE_REMOVE;
}

static void
show_notice (RoundelSigns *self)
{
  g_autoptr (RoundelLiveText) text = roundel_live_text_new (self->live);
  g_autofree char *next = g_strdup_printf (C_("what comes", "Next: %s"), text->next);

  roundel_notice_show (self->notice, _("The time of this round is over"), next);
}

static void
chimed_cb (RoundelSigns *self,
           RoundelChime  chime)
{
  RoundelWindow *window = get_window (self);

  roundel_signs_ring (self, chime);
  if (chime == ROUNDEL_CHIME_END && window != NULL && !gtk_window_is_active (GTK_WINDOW (window))
      && !roundel_room_is_active (roundel_window_get_room (window)))
    show_notice (self);
}

static void
roundel_signs_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  if (prop_id == PROP_SOUNDS)
    g_value_set_boolean (value, ROUNDEL_SIGNS (object)->sounds);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
roundel_signs_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  if (prop_id == PROP_SOUNDS)
    ROUNDEL_SIGNS (object)->sounds = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
roundel_signs_dispose (GObject *object)
{
  RoundelSigns *self = ROUNDEL_SIGNS (object);

  roundel_signs_set_live (self, NULL);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->application);
  G_OBJECT_CLASS (roundel_signs_parent_class)->dispose (object);
}

static void
roundel_signs_finalize (GObject *object)
{
  RoundelSigns *self = ROUNDEL_SIGNS (object);

  roundel_bell_free (self->bell);
  roundel_notice_free (self->notice);
  G_OBJECT_CLASS (roundel_signs_parent_class)->finalize (object);
}

static void
roundel_signs_class_init (RoundelSignsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = roundel_signs_get_property;
  object_class->set_property = roundel_signs_set_property;
  object_class->dispose = roundel_signs_dispose;
  object_class->finalize = roundel_signs_finalize;

  /* whether the bell is heard; its picture is always seen */
  properties[PROP_SOUNDS] = g_param_spec_boolean ("sounds", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
roundel_signs_init (RoundelSigns *self)
{
  self->bell = roundel_bell_new ();
  self->notice = roundel_notice_new ();
}

/**
 * roundel_signs_new:
 * @picture: the widget that shows it when a bell rings; must outlive the signs
 *
 * Returns: (transfer full): the signs of a session
 */
RoundelSigns *
roundel_signs_new (GtkWidget *picture)
{
  RoundelSigns *self = g_object_new (ROUNDEL_TYPE_SIGNS, NULL);

  self->picture = picture;
  return self;
}

/**
 * roundel_signs_ring:
 * @self: signs
 * @chime: how it sounds
 *
 * A bell, where there is one, and always its picture.
 */
void
roundel_signs_ring (RoundelSigns *self,
                    RoundelChime  chime)
{
  g_return_if_fail (ROUNDEL_IS_SIGNS (self));

  if (self->sounds)
    roundel_bell_ring (self->bell, chime);
  gtk_widget_add_css_class (self->picture, "chimed");
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (PICTURE_MS, picture_over_cb, self);
}

/**
 * roundel_signs_set_live:
 * @self: signs
 * @live: (nullable): the session that runs
 */
void
roundel_signs_set_live (RoundelSigns *self,
                        RoundelLive  *live)
{
  g_return_if_fail (ROUNDEL_IS_SIGNS (self));

  if (self->live != NULL)
    g_signal_handlers_disconnect_by_data (self->live, self);
  g_set_object (&self->live, live);
  if (live == NULL)
    {
      keep_awake (self, FALSE);
      roundel_notice_hide (self->notice);
      return;
    }
  g_signal_connect_object (live, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (live, "chimed", G_CALLBACK (chimed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}
