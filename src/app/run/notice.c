/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/notice.h"

#include <libnotify/notify.h>

/* One notification, which a later one takes the place of. */
struct _RoundelNotice
{
  NotifyNotification *notification;
};

/**
 * roundel_notice_new:
 *
 * Returns: (transfer full): a notification that is not shown yet
 */
RoundelNotice *
roundel_notice_new (void)
{
  return g_new0 (RoundelNotice, 1);
}

void
roundel_notice_free (RoundelNotice *self)
{
  g_clear_object (&self->notification);
  g_free (self);
}

/**
 * roundel_notice_show:
 * @self: a notification
 * @title: what happened
 * @body: what comes now
 *
 * Where nobody shows notifications, nothing happens.
 */
void
roundel_notice_show (RoundelNotice *self,
                     const char    *title,
                     const char    *body)
{
  if (!notify_is_initted () && !notify_init ("Roundel"))
    return;
  if (self->notification == NULL)
    {
      self->notification = notify_notification_new (title, body, APPLICATION_ID);
      notify_notification_set_hint (self->notification, "desktop-entry", g_variant_new_string (APPLICATION_ID));
      notify_notification_set_category (self->notification, "presence");
    }
  else
    notify_notification_update (self->notification, title, body, APPLICATION_ID);
  notify_notification_show (self->notification, NULL);
}

void
roundel_notice_hide (RoundelNotice *self)
{
  if (self->notification != NULL)
    notify_notification_close (self->notification, NULL);
  g_clear_object (&self->notification);
}
