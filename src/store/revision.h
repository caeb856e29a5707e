/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/id.h"
#include "store/db.h"

G_BEGIN_DECLS

#define ROUNDEL_HASH_SIZE 32
#define ROUNDEL_SALT_SIZE 16
#define ROUNDEL_BODY_MAX (64 * 1024)
#define ROUNDEL_PARENTS_MAX 1024
#define ROUNDEL_WORD_MAX 40

/**
 * RoundelRevision:
 * @id: the hash of everything below
 * @circle: the circle it belongs to; all zero: the whole program
 * @ring: who may see it
 * @register: which group of fields
 * @hlc: when it was written, by a hybrid clock
 * @parents: the ids of the revisions it was written over, ascending, one behind the other
 * @deleted: it says that the record was deleted; its body repeats the last one
 * @salt: (nullable): %NULL when erased
 * @body: (nullable): JSON object; %NULL when erased
 * @digest: SHA-256 of salt and body, by which an erased revision still verifies; %NULL when they are there
 *
 * One immutable version of one register of a record. This is a view: it points into a row, or into what the caller
 * keeps; only roundel_revision_copy() gives one that owns what it points to.
 */
typedef struct
{
  const guint8 *id;
  const guint8 *program;
  const guint8 *circle;
  const char *ring;
  const guint8 *entity;
  const char *kind;
  const char *reg;
  gint64 hlc;
  const guint8 *device;
  const guint8 *parents;
  gsize n_parents;
  gboolean deleted;
  const guint8 *salt;
  const char *body;
  gsize body_length;
  const guint8 *digest;
} RoundelRevision;

/**
 * RoundelGroup:
 *
 * What heads are looked for in: one register of one record.
 */
typedef struct
{
  guint8 program[ROUNDEL_ID_SIZE];
  guint8 entity[ROUNDEL_ID_SIZE];
  char kind[ROUNDEL_WORD_MAX + 1];
  char reg[ROUNDEL_WORD_MAX + 1];
  char ring[ROUNDEL_WORD_MAX + 1];
} RoundelGroup;

void             roundel_revision_digest    (const RoundelRevision *self,
                                             guint8                 digest[ROUNDEL_HASH_SIZE]);
void             roundel_revision_hash      (const RoundelRevision *self,
                                             const guint8          *digest,
                                             guint8                 id[ROUNDEL_HASH_SIZE]);
gboolean         roundel_revision_read      (RoundelRevision       *self,
                                             RoundelStatement      *statement);
void             roundel_revision_bind      (const RoundelRevision *self,
                                             RoundelStatement      *statement);
RoundelRevision *roundel_revision_copy      (const RoundelRevision *self);
void             roundel_revision_free      (RoundelRevision       *self);

gboolean         roundel_body_is_sound      (const char            *body,
                                             gsize                  length);
char            *roundel_hash_text          (const guint8          *hash);
gboolean         roundel_hash_parse         (const char            *text,
                                             guint8                 hash[ROUNDEL_HASH_SIZE]);

/* The columns in the order roundel_revision_read() expects. */
#define ROUNDEL_REVISION_COLUMNS \
  "id, program, circle, ring, entity, kind, register, hlc, device, parents, deleted, salt, body, digest"
#define ROUNDEL_REVISION_PARAMETERS \
  ":id, :program, :circle, :ring, :entity, :kind, :register, :hlc, :device, :parents, :deleted, :salt, :body, :digest"
#define ROUNDEL_REVISION_N_COLUMNS 14

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelRevision, roundel_revision_free)

G_END_DECLS
