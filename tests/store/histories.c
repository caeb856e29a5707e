/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random histories and the causal oracle. The oracle is a second, independent notion of the truth: it knows for each
 * edit what its writer had before the eyes, as a set of earlier edits, and works out heads and winner from these sets
 * alone. It shares no code with the store and looks at no parents. */

#include "histories.h"

#include "helper.h"

#include <string.h>

#define REPLICAS_MAX 5
#define GROUPS 7
#define EVENTS_MAX 256
#define YEAR (365 * DAY)

typedef struct
{
  guint64 words[EVENTS_MAX / 64];
} Set;

typedef struct
{
  guint entity;
  const char *kind;
  const char *reg;
} Group;

typedef struct
{
  char *id;
  guint group;    /* GROUPS: an erasure */
  Set directly;   /* what it was written over */
  Set knew;       /* that, and what that was written over, and so on */
  Set erases;
  gboolean deleted;
  gint64 hlc;
  char *body;
} Event;

typedef struct
{
  RoundelNotebook *notebook;
  RoundelMerge *merge;
  Set has;
  guint form[GROUPS]; /* the event a form was opened on, or EVENTS_MAX */
  gint64 last;        /* hlc of the last edit here */
  gint64 latest;      /* the latest it ever was here */
} Replica;

typedef struct
{
  GRand *rand;
  Replica replicas[REPLICAS_MAX];
  guint n_replicas;
  Event events[EVENTS_MAX];
  guint n_events;
  char *programs[2];
  char *entities[5];
  GHashTable *by_id; /* id → event + 1 */
  char *wrong;
} History;

/* Two programs; sessions have two registers, readiness another ring. */
static const Group groups[GROUPS] = {
  { 0, "program", "" }, { 1, "member", "" }, { 2, "session", "plan" }, { 2, "session", "schedule" },
  { 3, "readiness", "" }, { 4, "lesson", "" }, { 4, "program", "" },
};
static const guint program_of_entity[] = { 0, 0, 0, 0, 1 };

static gboolean
set_has (const Set *set,
         guint      i)
{
  return (set->words[i / 64] >> (i % 64) & 1) != 0;
}

static void
set_add (Set   *set,
         guint  i)
{
  set->words[i / 64] |= G_GUINT64_CONSTANT (1) << (i % 64);
}

static void
set_unite (Set       *set,
           const Set *other)
{
  for (guint i = 0; i < G_N_ELEMENTS (set->words); i++)
    set->words[i] |= other->words[i];
}

static gboolean
set_within (const Set *set,
            const Set *other)
{
  for (guint i = 0; i < G_N_ELEMENTS (set->words); i++)
    if ((set->words[i] & ~other->words[i]) != 0)
      return FALSE;
  return TRUE;
}

static void
fault (History    *h,
       const char *what,
       guint       replica,
       guint       group)
{
  if (h->wrong == NULL)
    h->wrong = g_strdup_printf ("%s (computer %u, group %u, after %u edits)", what, replica, group, h->n_events);
}

static RoundelDb *
get_db (Replica *r)
{
  return roundel_records_get_db (roundel_notebook_get_records (r->notebook));
}

/* Statements are those that the connection keeps: to prepare each anew would be a quarter of a history. */
static RoundelStatement *
ask (Replica    *r,
     const char *sql)
{
  RoundelStatement *statement = roundel_db_prepare (get_db (r), sql, NULL);

  g_assert_nonnull (statement);
  return statement;
}

static gint64
read_hlc (Replica    *r,
          const char *id)
{
  g_autoptr (RoundelStatement) statement = ask (r, "SELECT hlc FROM revision WHERE id = :id");
  guint8 hash[ROUNDEL_HASH_SIZE];

  g_assert_true (roundel_hash_parse (id, hash));
  roundel_bind_blob (statement, ":id", hash, sizeof hash);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  return sqlite3_column_int64 (statement, 0);
}

/* What all computers have to agree on, byte for byte. */
static GByteArray *
read_all (Replica    *r,
          const char *sql)
{
  g_autoptr (RoundelStatement) statement = ask (r, sql);
  GByteArray *all = g_byte_array_new ();

  while (sqlite3_step (statement) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (statement); i++)
      {
        const guint8 *value = sqlite3_column_blob (statement, i);
        gint32 length = value != NULL ? sqlite3_column_bytes (statement, i) : -1;

        g_byte_array_append (all, (const guint8 *) &length, sizeof length);
        if (length > 0)
          g_byte_array_append (all, value, (guint) length);
      }
  return all;
}

static gboolean
same_bytes (const GByteArray *a,
            const GByteArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len) == 0);
}

/* The oracle */

static gboolean
is_erased (History   *h,
           const Set *has,
           guint      event)
{
  for (guint i = 0; i < h->n_events; i++)
    if (set_has (has, i) && set_has (&h->events[i].erases, event))
      return TRUE;
  return FALSE;
}

/* With gaps, only what was written directly over something is known to have replaced it. */
static void
find_heads (History   *h,
            const Set *has,
            guint      group,
            Set       *heads)
{
  gboolean closed = TRUE;
  Set replaced = { { 0 } };

  memset (heads, 0, sizeof *heads);
  for (guint i = 0; i < h->n_events; i++)
    if (set_has (has, i) && h->events[i].group == group && !set_within (&h->events[i].knew, has))
      closed = FALSE;
  for (guint i = 0; i < h->n_events; i++)
    if (set_has (has, i) && h->events[i].group == group)
      set_unite (&replaced, closed ? &h->events[i].knew : &h->events[i].directly);
  for (guint i = 0; i < h->n_events; i++)
    if (set_has (has, i) && h->events[i].group == group && !set_has (&replaced, i))
      set_add (heads, i);
}

static gboolean
wins (History   *h,
      const Set *has,
      guint      a,
      guint      b)
{
  gboolean a_lives = !h->events[a].deleted && !is_erased (h, has, a);
  gboolean b_lives = !h->events[b].deleted && !is_erased (h, has, b);

  if (a_lives != b_lives)
    return a_lives;
  if (h->events[a].hlc != h->events[b].hlc)
    return h->events[a].hlc > h->events[b].hlc;
  return strcmp (h->events[a].id, h->events[b].id) > 0;
}

static guint
find_winner (History   *h,
             const Set *has,
             guint      group,
             guint     *n_heads,
             guint     *n_versions)
{
  g_autoptr (GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);
  guint winner = EVENTS_MAX;
  Set heads;

  *n_heads = 0;
  find_heads (h, has, group, &heads);
  for (guint i = 0; i < h->n_events; i++)
    if (set_has (&heads, i))
      {
        (*n_heads)++;
        if (!h->events[i].deleted && !is_erased (h, has, i))
          g_hash_table_add (texts, h->events[i].body);
        if (winner == EVENTS_MAX || wins (h, has, i, winner))
          winner = i;
      }
  *n_versions = g_hash_table_size (texts);
  return winner;
}

static void
compare_group (History *h,
               guint    replica,
               guint    group)
{
  Replica *r = &h->replicas[replica];
  const Group *g = &groups[group];
  g_autoptr (RoundelRecord) record =
    roundel_notebook_get (r->notebook, &(RoundelRecord) { .program = h->programs[program_of_entity[g->entity]],
                          .entity = h->entities[g->entity], .kind = g->kind, .reg = g->reg }, NULL);
  guint heads, versions;
  guint winner = find_winner (h, &r->has, group, &heads, &versions);

  if ((record == NULL) != (winner == EVENTS_MAX))
    fault (h, "a record is there or not", replica, group);
  if (record == NULL || winner == EVENTS_MAX)
    return;
  if (!g_str_equal (record->revision, h->events[winner].id))
    fault (h, "another winner", replica, group);
  if (record->heads != heads)
    fault (h, "another number of heads", replica, group);
  if (record->versions != versions)
    fault (h, "another number of texts", replica, group);
  if ((record->body == NULL) != is_erased (h, &r->has, winner))
    fault (h, "erased or not", replica, group);
}

/* Every group, and every erased text, also of revisions that are not shown. */
static void
compare_all (History *h,
             guint    replica)
{
  const Set *has = &h->replicas[replica].has;
  guint n_erased = 0;
  gint64 n_stubs;

  for (guint g = 0; g < GROUPS; g++)
    compare_group (h, replica, g);
  for (guint i = 0; i < h->n_events; i++)
    if (set_has (has, i) && is_erased (h, has, i))
      n_erased++;
  g_assert_true (roundel_db_number (get_db (&h->replicas[replica]), "SELECT count (*) FROM revision WHERE body IS NULL",
                                    &n_stubs, NULL));
  if (n_stubs != n_erased)
    fault (h, "an erased text is there", replica, GROUPS);
}

/* The doings */

static guint
add_event (History       *h,
           Replica       *r,
           guint          group,
           const char    *id,
           const Set     *over,
           const char    *body,
           gboolean       deleted)
{
  Event *event = &h->events[h->n_events];
  guint replica = (guint) (r - h->replicas);
  guint same = GPOINTER_TO_UINT (g_hash_table_lookup (h->by_id, id));

  if (same > 0)
    {
      /* Twins may write the very same. */
      if (h->events[same - 1].group != group || !g_str_equal (h->events[same - 1].body, body))
        fault (h, "two edits have one id", replica, group);
      set_add (&r->has, same - 1);
      return same - 1;
    }
  event->id = g_strdup (id);
  event->group = group;
  event->directly = *over;
  event->knew = *over;
  event->deleted = deleted;
  event->body = g_strdup (body);
  event->hlc = read_hlc (r, id);
  for (guint i = 0; i < h->n_events; i++)
    if (set_has (over, i))
      set_unite (&event->knew, &h->events[i].knew);
  if (event->hlc <= r->last)
    fault (h, "the clock did not rise", replica, group);
  if (event->hlc >> 15 > MAX (r->last >> 15, (r->latest + DAY) / 1000) + 1)
    fault (h, "the clock was dragged along", replica, group);
  r->last = event->hlc;
  g_hash_table_insert (h->by_id, event->id, GUINT_TO_POINTER (h->n_events + 1));
  set_add (&r->has, h->n_events);
  return h->n_events++;
}

static void
write_text (History  *h,
            Replica  *r,
            guint     group,
            gboolean  resolve)
{
  const Group *g = &groups[group];
  gboolean same = g_rand_int_range (h->rand, 0, 4) == 0;
  g_autofree char *body = g_strdup_printf ("{\"text\":%u}", same ? 7 : h->n_events + 100);
  RoundelRecord record = { .program = h->programs[program_of_entity[g->entity]], .entity = h->entities[g->entity],
                           .kind = g->kind, .reg = g->reg, .body = body };
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  guint heads, versions, base;
  Set over = { { 0 } }, now;

  /* A form may have been opened on an older text. */
  base = resolve ? EVENTS_MAX : r->form[group];
  r->form[group] = EVENTS_MAX;
  find_heads (h, &r->has, group, &now);
  if (base != EVENTS_MAX)
    record.revision = h->events[base].id;
  else
    base = find_winner (h, &r->has, group, &heads, &versions);

  if (base != EVENTS_MAX)
    set_add (&over, base);
  for (guint i = 0; base != EVENTS_MAX && i < h->n_events; i++)
    if (set_has (&now, i)
        && (resolve || (set_has (&now, base) && h->events[i].deleted == h->events[base].deleted
                        && is_erased (h, &r->has, i) == is_erased (h, &r->has, base)
                        && (is_erased (h, &r->has, i) || g_str_equal (h->events[i].body, h->events[base].body)))))
      set_add (&over, i);
  if (resolve ? roundel_notebook_resolve (r->notebook, &record, &id, &error)
              : roundel_notebook_put (r->notebook, &record, &id, &error))
    add_event (h, r, group, id, &over, body, FALSE);
  else
    fault (h, error->message, (guint) (r - h->replicas), group);
}

static void
delete_or_undelete (History  *h,
                    Replica  *r,
                    guint     entity,
                    gboolean  deleted)
{
  const char *entities[] = { h->entities[entity], NULL };
  const char *program = h->programs[program_of_entity[entity]];
  guint winners[GROUPS];
  g_auto (GStrv) gone = NULL;

  for (guint g = 0; g < GROUPS; g++)
    {
      guint heads, versions;

      winners[g] = groups[g].entity == entity ? find_winner (h, &r->has, g, &heads, &versions) : EVENTS_MAX;
      if (winners[g] != EVENTS_MAX
          && (h->events[winners[g]].deleted == deleted || is_erased (h, &r->has, winners[g])))
        winners[g] = EVENTS_MAX;
    }
  if (deleted)
    gone = roundel_notebook_delete (r->notebook, program, entities, NULL);
  else
    roundel_notebook_undelete (r->notebook, program, entities, NULL);

  for (guint g = 0; g < GROUPS; g++)
    if (winners[g] != EVENTS_MAX)
      {
        g_autoptr (RoundelRecord) record = test_get (r->notebook, program, h->entities[entity], groups[g].kind, groups[g].reg);
        Set heads;

        find_heads (h, &r->has, g, &heads);
        if (record->deleted != deleted)
          fault (h, "a deletion is not shown", (guint) (r - h->replicas), g);
        else
          add_event (h, r, g, record->revision, &heads, h->events[winners[g]].body, deleted);
      }
}

static void
erase (History *h,
       Replica *r,
       guint    entity)
{
  Set erased = { { 0 } }, nothing = { { 0 } };
  gboolean any = FALSE;
  g_autoptr (RoundelStatement) statement = NULL;
  g_autofree char *id = NULL;

  for (guint i = 0; i < h->n_events; i++)
    if (set_has (&r->has, i) && h->events[i].group < GROUPS && groups[h->events[i].group].entity == entity
        && !is_erased (h, &r->has, i))
      {
        set_add (&erased, i);
        any = TRUE;
      }
  if (!roundel_notebook_erase (r->notebook, h->programs[program_of_entity[entity]], h->entities[entity], NULL))
    fault (h, "an erasure failed", (guint) (r - h->replicas), GROUPS);
  if (!any)
    return;
  statement = ask (r, "SELECT id FROM revision ORDER BY seq DESC LIMIT 1");
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  id = roundel_hash_text (sqlite3_column_blob (statement, 0));
  h->events[add_event (h, r, GROUPS, id, &nothing, "", FALSE)].erases = erased;
}

/* Brings a part of what FROM has, shuffled and some of it twice, but every erasure. */
static void
deliver (History *h,
         guint    from,
         guint    to,
         guint    per_cent)
{
  g_autoptr (RoundelStatement) statement = ask (&h->replicas[from], "SELECT " ROUNDEL_REVISION_COLUMNS " FROM revision");
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_revision_free);
  g_autoptr (GError) error = NULL;
  Replica *r = &h->replicas[to];
  RoundelMergeResult result;

  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      RoundelRevision revision;

      g_assert_true (roundel_revision_read (&revision, statement));
      if ((guint) g_rand_int_range (h->rand, 0, 100) >= per_cent && !g_str_equal (revision.kind, "erase"))
        continue;
      g_ptr_array_insert (rows, g_rand_int_range (h->rand, -1, (gint) rows->len), roundel_revision_copy (&revision));
      if (g_rand_int_range (h->rand, 0, 5) == 0)
        g_ptr_array_add (rows, roundel_revision_copy (&revision));
    }

  for (guint i = 0; i < rows->len; i++)
    {
      const RoundelRevision *revision = rows->pdata[i];
      g_autofree char *id = roundel_hash_text (revision->id);
      guint8 digest[ROUNDEL_HASH_SIZE];
      guint event = GPOINTER_TO_UINT (g_hash_table_lookup (h->by_id, id));

      if (event > 0)
        set_add (&r->has, event - 1);
      roundel_revision_digest (revision, digest);
      if (!roundel_merge_add (r->merge, revision, digest, &error))
        break;
    }
  if (error != NULL
      || !roundel_merge_apply (r->merge, ROUNDEL_MERGE_JOIN | ROUNDEL_MERGE_ERASE, &result, &error))
    fault (h, error->message, to, GROUPS);
  else if (g_rand_int_range (h->rand, 0, 2) == 0)
    compare_all (h, to);
}

/* Written, taken along by one, taken back; another hears of the taking back before the text. */
static void
take_back (History *h,
           guint    writer,
           guint    other,
           guint    group)
{
  guint between = (other + 1) % h->n_replicas;

  write_text (h, &h->replicas[writer], group, FALSE);
  if (between != writer && h->n_replicas > 2)
    deliver (h, writer, between, 100);
  erase (h, &h->replicas[writer], groups[group].entity);
  deliver (h, writer, other, g_rand_int_range (h->rand, 0, 2) == 0 ? 0 : 50);
  if (between != writer && h->n_replicas > 2)
    deliver (h, between, other, 100);
}

/* Somebody else's mistake: an edit that claims to follow one of another record, which arrives before that one. It must
 * change nothing for the other record. */
static void
bring_foreign_parent (History *h,
                      Replica *r)
{
  guint8 program[ROUNDEL_ID_SIZE], entity[ROUNDEL_ID_SIZE], parent[ROUNDEL_HASH_SIZE], id[ROUNDEL_HASH_SIZE];
  guint8 digest[ROUNDEL_HASH_SIZE], zeros[ROUNDEL_HASH_SIZE] = { 0, };
  guint target = (guint) g_rand_int_range (h->rand, 0, (gint) h->n_events);
  guint group = h->events[target].group == 1 ? 2 : 1;
  RoundelRevision revision = {
    .program = program, .circle = zeros, .ring = "members", .entity = entity, .kind = groups[group].kind,
    .reg = groups[group].reg, .hlc = 1, .device = zeros, .parents = parent, .n_parents = 1, .salt = zeros,
    .body = "{\"text\":\"foreign\"}", .body_length = strlen ("{\"text\":\"foreign\"}"), .id = id,
  };
  Event *event = &h->events[h->n_events];
  g_autoptr (GError) error = NULL;
  RoundelMergeResult result;

  roundel_id_parse (h->programs[0], program);
  roundel_id_parse (h->entities[groups[group].entity], entity);
  roundel_hash_parse (h->events[target].id, parent);
  roundel_revision_digest (&revision, digest);
  roundel_revision_hash (&revision, digest, id);
  if (!roundel_merge_add (r->merge, &revision, digest, &error)
      || !roundel_merge_apply (r->merge, ROUNDEL_MERGE_JOIN, &result, &error))
    {
      fault (h, error->message, (guint) (r - h->replicas), group);
      return;
    }
  *event = (Event) { .id = roundel_hash_text (id), .group = group, .hlc = 1, .body = g_strdup (revision.body) };
  set_add (&r->has, h->n_events);
  h->n_events++;
}

/* Opening costs more than a history: the computers stay, and are wiped. The last is a twin of the first, a copied
 * computer with the same device. */
static struct
{
  RoundelNotebook *notebook;
  RoundelMerge *merge;
} computers[REPLICAS_MAX + 1];

static void
start_replica (History *h,
               guint    i)
{
  static const gint64 skews[] = { 0, 0, 0, 10 * YEAR, -10 * YEAR, 3 * DAY };
  static const char * const wipe[] = {
    "DELETE FROM revision", "DELETE FROM current", "DELETE FROM erased", "UPDATE state SET clock = 0",
    "DELETE FROM temp.staged", "DELETE FROM temp.erasing",
  };
  Replica *r = &h->replicas[i];
  gboolean twin = i == 1 && g_rand_int_range (h->rand, 0, 3) == 0;
  gint64 skew = twin || i == 0 ? 0 : skews[g_rand_int_range (h->rand, 0, G_N_ELEMENTS (skews))];
  guint computer = twin ? REPLICAS_MAX : i;
  g_autoptr (GError) error = NULL;
  RoundelEnv *env;

  if (computers[computer].notebook == NULL)
    {
      computers[computer].notebook = test_notebook_new (NOW, twin ? 1 : i + 1);
      computers[computer].merge = roundel_merge_new (computers[computer].notebook, NULL, &error);
      g_assert_no_error (error);
    }
  r->notebook = computers[computer].notebook;
  r->merge = computers[computer].merge;
  for (guint s = 0; s < G_N_ELEMENTS (wipe); s++)
    {
      roundel_db_do (get_db (r), wipe[s], &error);
      g_assert_no_error (error);
    }
  env = roundel_notebook_get_env (r->notebook);
  roundel_env_advance (env, NOW + skew - roundel_env_now (env));
  r->latest = NOW + skew;
  for (guint g = 0; g < GROUPS; g++)
    r->form[g] = EVENTS_MAX;
}

static void
do_something (History *h)
{
  guint from = (guint) g_rand_int_range (h->rand, 0, (gint) h->n_replicas);
  guint to = (guint) g_rand_int_range (h->rand, 0, (gint) h->n_replicas);
  guint group = (guint) g_rand_int_range (h->rand, 0, GROUPS);
  Replica *r = &h->replicas[from];
  guint heads, versions;

  for (guint i = 0; i < h->n_replicas; i++)
    h->replicas[i].latest = MAX (h->replicas[i].latest, roundel_env_now (roundel_notebook_get_env (h->replicas[i].notebook)));
  switch (g_rand_int_range (h->rand, 0, 17))
    {
    case 0:
    case 1:
      delete_or_undelete (h, r, groups[group].entity, TRUE);
      break;
    case 2:
      delete_or_undelete (h, r, groups[group].entity, FALSE);
      break;
    case 3:
      if (from == to)
        erase (h, r, groups[group].entity);
      else
        take_back (h, from, to, group);
      break;
    case 4:
      r->form[group] = find_winner (h, &r->has, group, &heads, &versions);
      break;
    case 5:
      write_text (h, r, group, TRUE);
      break;
    case 6:
      roundel_env_advance (roundel_notebook_get_env (r->notebook), g_rand_int_range (h->rand, -5, 50) * DAY / 10);
      break;
    case 7:
    case 8:
    case 9:
    case 10:
      if (from != to)
        deliver (h, from, to, (guint) g_rand_int_range (h->rand, 0, 6) * 20);
      break;
    default:
      write_text (h, r, group, FALSE);
    }
}

#define REVISIONS "SELECT " ROUNDEL_REVISION_COLUMNS " FROM revision ORDER BY id"
#define SHOWN \
  "SELECT c.program, c.kind, c.entity, c.register, c.ring, r.id, heads, versions, live" \
  " FROM current AS c JOIN revision AS r ON r.seq = c.seq ORDER BY 1, 2, 3, 4, 5"
#define ERASED "SELECT id, program, circle, ring FROM erased ORDER BY 1, 2, 3, 4"

/* In the end everybody gets everything, from everyone, in any order. */
static void
finish (History *h)
{
  g_autoptr (GByteArray) all = NULL;

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < h->n_replicas; i++)
      deliver (h, i, (i + 1) % h->n_replicas, 100);
  for (guint i = 0; i < h->n_replicas; i++)
    {
      Replica *r = &h->replicas[i];
      g_autoptr (GByteArray) here = read_all (r, REVISIONS);
      g_autoptr (GByteArray) shown = read_all (r, SHOWN);
      g_autoptr (GByteArray) erased = read_all (r, ERASED);
      g_autoptr (GByteArray) rebuilt = NULL;

      compare_all (h, i);
      if (!roundel_current_rebuild (get_db (r), NULL))
        fault (h, "the rebuild failed", i, GROUPS);
      rebuilt = read_all (r, SHOWN);
      if (!same_bytes (shown, rebuilt))
        fault (h, "current is not what a rebuild gives", i, GROUPS);
      g_byte_array_append (here, shown->data, shown->len);
      g_byte_array_append (here, erased->data, erased->len);
      if (all == NULL)
        all = g_byte_array_ref (here);
      if (!same_bytes (here, all))
        fault (h, "two computers disagree", i, GROUPS);
    }
}

static void
clear (History *h)
{
  g_hash_table_unref (h->by_id);
  for (guint i = 0; i < h->n_events; i++)
    {
      g_free (h->events[i].id);
      g_free (h->events[i].body);
    }
  for (guint i = 0; i < G_N_ELEMENTS (h->programs); i++)
    g_free (h->programs[i]);
  for (guint i = 0; i < G_N_ELEMENTS (h->entities); i++)
    g_free (h->entities[i]);
  g_rand_free (h->rand);
}

char *
history_live (guint32 seed)
{
  History *h = g_new0 (History, 1);
  g_autoptr (RoundelEnv) env = roundel_env_new_simulated (NOW, seed);
  guint n_doings;
  char *wrong;

  h->rand = g_rand_new_with_seed (seed);
  h->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  h->n_replicas = (guint) g_rand_int_range (h->rand, 2, REPLICAS_MAX + 1);
  for (guint i = 0; i < G_N_ELEMENTS (h->programs); i++)
    h->programs[i] = roundel_id_new (env);
  for (guint i = 0; i < G_N_ELEMENTS (h->entities); i++)
    h->entities[i] = i == 0 ? g_strdup (h->programs[0]) : i == 4 ? g_strdup (h->programs[1]) : roundel_id_new (env);
  for (guint i = 0; i < h->n_replicas; i++)
    start_replica (h, i);

  n_doings = (guint) g_rand_int_range (h->rand, 8, 40);
  for (guint i = 0; i < n_doings && h->wrong == NULL; i++)
    do_something (h);
  if (h->wrong == NULL)
    finish (h);
  if (h->wrong == NULL && h->n_replicas < REPLICAS_MAX && h->n_events > 0)
    {
      start_replica (h, h->n_replicas);
      bring_foreign_parent (h, &h->replicas[h->n_replicas]);
      deliver (h, 0, h->n_replicas, 100);
      compare_all (h, h->n_replicas);
    }
  clear (h);
  wrong = g_steal_pointer (&h->wrong);
  g_free (h);
  return wrong;
}

void
history_end (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (computers); i++)
    {
      g_clear_pointer (&computers[i].merge, roundel_merge_free);
      g_clear_object (&computers[i].notebook);
    }
}
