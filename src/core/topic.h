/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RoundelTopic:
 * @text: what it is about
 * @tried: (nullable): what was tried without much success so far
 * @by: (nullable): id of the member who brought it
 *
 * A topic card (D3).
 */
typedef struct
{
  char *id;
  char *text;
  char *tried;
  char *by;
} RoundelTopic;

/**
 * RoundelBallot:
 * @by: (nullable): id of the member whose it is; nobody's when it came on paper
 * @topics: ids of the topics that were voted for
 * @yes: (nullable): the words of the topic to which the member says yes; other words ask again
 *
 * A vote on the topic (D3).
 */
typedef struct
{
  char *id;
  char *by;
  char **topics;
  char *yes;
} RoundelBallot;

RoundelTopic  *roundel_topic_new   (const char    *id,
                                    const char    *text);
void           roundel_topic_free  (RoundelTopic  *self);
RoundelBallot *roundel_ballot_new  (const char    *id,
                                    const char    *by);
void           roundel_ballot_free (RoundelBallot *self);

G_END_DECLS
