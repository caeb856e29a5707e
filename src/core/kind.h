/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RoundelRing:
 * @ROUNDEL_RING_PRIVATE: in the journal only; never in a notebook or a share file
 * @ROUNDEL_RING_MEMBERS: seen by the members of the circle
 * @ROUNDEL_RING_ORGANISERS: seen by those who organise the program
 * @ROUNDEL_RING_OF_ITS_OBJECT: the ring of what it speaks about
 *
 * Who may see a record. The ring of a kind never changes.
 */
typedef enum
{
  ROUNDEL_RING_PRIVATE,
  ROUNDEL_RING_MEMBERS,
  ROUNDEL_RING_ORGANISERS,
  ROUNDEL_RING_OF_ITS_OBJECT,
} RoundelRing;

/**
 * RoundelWriter:
 * @ROUNDEL_WRITER_OWNER: whose record it is
 *
 * Who writes records of a kind. Revisions are unsigned: screens offer by it, nothing is refused by it.
 */
typedef enum
{
  ROUNDEL_WRITER_ORGANISER,
  ROUNDEL_WRITER_FACILITATOR,
  ROUNDEL_WRITER_MEMBER,
  ROUNDEL_WRITER_OWNER,
} RoundelWriter;

/**
 * RoundelLed:
 * @ROUNDEL_LED_NONE: nothing of it: notes on persons are no part of leading
 * @ROUNDEL_LED_OWN: what the session left, and nothing of other sessions
 * @ROUNDEL_LED_ALL: all of the circle
 *
 * What the facilitator of one session gets of a kind, and hands back.
 */
typedef enum
{
  ROUNDEL_LED_NONE,
  ROUNDEL_LED_OWN,
  ROUNDEL_LED_ALL,
} RoundelLed;

/**
 * RoundelKind:
 * @name: the word in the file
 * @registers: %NULL-terminated: the groups of fields that stay consistent together; most kinds have one, without a name
 * @led: what the facilitator of one session gets
 *
 * A row of the table of kinds.
 */
typedef struct
{
  const char *name;
  RoundelRing ring;
  RoundelWriter writer;
  const char *registers[3];
  RoundelLed led;
} RoundelKind;

const RoundelKind *roundel_kinds               (guint             *n_kinds);
const RoundelKind *roundel_kind_find           (const char        *name);
gboolean           roundel_kind_has_register   (const RoundelKind *self,
                                                const char        *reg);
const char        *roundel_ring_name           (RoundelRing        ring);

G_END_DECLS
