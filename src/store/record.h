/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/revision.h"

G_BEGIN_DECLS

/**
 * RoundelRecord:
 * @program: id of the program
 * @circle: (nullable): id of the circle; %NULL when it belongs to the whole program
 * @entity: id of the record itself
 * @kind: one of the table of kinds, or a word of a newer version
 * @reg: the register; empty for kinds with only one
 * @ring: who may see it
 * @revision: (nullable): the revision that is shown; what a form was opened on is the parent of what it saves
 * @body: (nullable): JSON object; %NULL when it was erased
 * @device: who wrote the revision
 * @written: when, by that device's clock, microseconds since 1970
 * @heads: how many revisions nobody has written over; when more than @versions, a deletion or the same text lies beside
 * @versions: how many different texts stand side by side; above 1 is a conflict
 * @deleted: it was deleted
 *
 * What one register of a record shows, or one of its revisions. One that comes out of the store owns its texts; one
 * that goes in may be on the stack, with only what is needed filled in.
 */
typedef struct
{
  const char *program;
  const char *circle;
  const char *entity;
  const char *kind;
  const char *reg;
  const char *ring;
  const char *revision;
  const char *body;
  const char *device;
  gint64 written;
  guint heads;
  guint versions;
  gboolean deleted;
} RoundelRecord;

RoundelRecord *roundel_record_new  (RoundelStatement *row);
void           roundel_record_free (RoundelRecord    *self);
gboolean       roundel_record_find_group (const RoundelRecord *self,
                                          const char          *ring,
                                          RoundelGroup        *group);

/* The columns roundel_record_new() expects, with revision as r. */
#define ROUNDEL_RECORD_COLUMNS \
  "r.id, r.program, r.circle, r.ring, r.entity, r.kind, r.register, r.hlc, r.device, r.parents, r.deleted, r.salt, r.body, r.digest"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelRecord, roundel_record_free)

G_END_DECLS
