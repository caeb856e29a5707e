/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "app/meeting.h"
#include "core/session-run.h"
#include "store/journal/journal.h"

G_BEGIN_DECLS

/**
 * RoundelChime:
 * @ROUNDEL_CHIME_SOFT: a fifth or a twentieth of the round is left
 * @ROUNDEL_CHIME_END: the time of a round is over
 */
typedef enum
{
  ROUNDEL_CHIME_SOFT,
  ROUNDEL_CHIME_END,
} RoundelChime;

#define ROUNDEL_TYPE_LIVE (roundel_live_get_type ())
G_DECLARE_FINAL_TYPE (RoundelLive, roundel_live, ROUNDEL, LIVE, GObject)

RoundelLive *roundel_live_new    (RoundelEnv          *env,
                                  RoundelMeeting      *meeting,
                                  const RoundelFormats *formats,
                                  RoundelJournal      *journal,
                                  GError             **error);
RoundelLive *roundel_live_resume (RoundelEnv          *env,
                                  RoundelJournal      *journal,
                                  GError             **error);

const char               *roundel_live_get_id      (RoundelLive *self);
RoundelMeeting           *roundel_live_get_meeting (RoundelLive *self);
const RoundelSessionView *roundel_live_get_view    (RoundelLive *self);
const RoundelRound       *roundel_live_get_round   (RoundelLive *self);
const char               *roundel_live_get_part    (RoundelLive *self,
                                                    guint        part);
const char               *roundel_live_get_warning (RoundelLive *self);
const char               *roundel_live_get_format  (RoundelLive *self,
                                                    guint        part);
gboolean                  roundel_live_is_rehearsal (RoundelLive *self);

guint       roundel_live_get_stamp   (RoundelLive *self);
const char *roundel_live_get_message (RoundelLive *self);
void        roundel_live_set_message (RoundelLive *self,
                                      const char  *message);
gboolean    roundel_live_is_blank    (RoundelLive *self);
void        roundel_live_set_blank   (RoundelLive *self,
                                      gboolean     blank);

gboolean roundel_live_can    (RoundelLive                *self,
                              RoundelSessionEventKind     kind);
gboolean roundel_live_do     (RoundelLive                *self,
                              RoundelSessionEventKind     kind,
                              gint64                      amount,
                              GError                    **error);
gboolean roundel_live_apply  (RoundelLive                *self,
                              const RoundelSessionEvent  *event,
                              GError                    **error);
GPtrArray *roundel_live_get_events (RoundelLive *self);
gboolean roundel_live_undo   (RoundelLive                *self,
                              RoundelSessionEventKind    *kind,
                              GError                    **error);
RoundelInstant roundel_live_now (RoundelLive             *self);
guint    roundel_live_wait   (RoundelLive                *self,
                              gint64                      span);

gboolean roundel_live_set_presence (RoundelLive          *self,
                                    guint                 member,
                                    RoundelPresence       presence,
                                    const RoundelFormats *formats,
                                    GError              **error);
gboolean roundel_live_give_cases   (RoundelLive          *self,
                                    const GArray         *members,
                                    const RoundelFormats *formats,
                                    GError              **error);
gboolean roundel_live_leave_out_expected (RoundelLive          *self,
                                          const RoundelFormats *formats);
void     roundel_live_close  (RoundelLive                *self);

G_END_DECLS
