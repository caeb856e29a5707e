/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What several people do with copies of one program, each test a case named by its number; and what does not get out. */

#include "helper.h"

#include "core/kind.h"
#include "store/share-file.h"

#include <glib/gstdio.h>
#include <string.h>

#define TITLE(text) "{\"title\":\"" text "\"}"

typedef struct
{
  RoundelNotebook *ada;
  RoundelNotebook *ben;
  RoundelNotebook *cem;
  char *program;
  char *folder;
  char *path;
} Fixture;

static void
exchange (Fixture *f)
{
  RoundelNotebook *all[] = { f->ada, f->ben, f->cem };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    for (guint k = 0; k < G_N_ELEMENTS (all); k++)
      if (i != k)
        test_bring (all[i], all[k], f->program);
}

static void
assert_all_agree (Fixture *f)
{
  g_autofree char *ada = test_dump (f->ada);
  g_autofree char *ben = test_dump (f->ben);
  g_autofree char *cem = test_dump (f->cem);

  g_assert_cmpstr (ada, ==, ben);
  g_assert_cmpstr (ada, ==, cem);
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autofree char *x = NULL;

  f->ada = test_notebook_new (NOW, 1);
  f->ben = test_notebook_new (NOW, 2);
  f->cem = test_notebook_new (NOW, 3);
  f->program = test_id_new (f->ada);
  f->folder = test_folder_new ();
  f->path = g_build_filename (f->folder, "program.roundel", NULL);
  x = test_put (f->ada, f->program, f->program, "program", "", NULL, TITLE ("Skills"));
  exchange (f);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_clear_object (&f->ada);
  g_clear_object (&f->ben);
  g_clear_object (&f->cem);
  test_folder_remove (f->folder);
  g_free (f->folder);
  g_free (f->path);
  g_free (f->program);
}

static void
assert_title (RoundelNotebook *notebook,
              const char      *program,
              const char      *body,
              guint            versions)
{
  g_autoptr (RoundelRecord) record = test_get (notebook, program, program, "program", "");

  g_assert_cmpstr (record->body, ==, body);
  g_assert_cmpuint (record->versions, ==, versions);
}

static void
test_case_24_clock_set_back (Fixture       *f,
                             gconstpointer  data)
{
  RoundelEnv *env = roundel_notebook_get_env (f->ada);
  g_autofree char *x = test_put (f->ada, f->program, f->program, "program", "", NULL, TITLE ("One"));
  gint64 before = test_number (f->ada, "SELECT max (hlc) FROM revision");
  g_autofree char *y = NULL;

  roundel_env_advance (env, -400 * DAY);
  y = test_put (f->ada, f->program, f->program, "program", "", NULL, TITLE ("Two"));
  g_assert_cmpint (test_number (f->ada, "SELECT max (hlc) FROM revision"), >, before);
  exchange (f);
  assert_title (f->ben, f->program, TITLE ("Two"), 1);
}

static void
test_later_edit_that_knew_beats_a_future_date (Fixture       *f,
                                               gconstpointer  data)
{
  g_autofree char *x = NULL, *y = NULL;

  roundel_env_advance (roundel_notebook_get_env (f->ben), 10 * 365 * DAY);
  x = test_put (f->ben, f->program, f->program, "program", "", NULL, TITLE ("From 2036"));
  exchange (f);
  y = test_put (f->ada, f->program, f->program, "program", "", NULL, TITLE ("From today"));
  exchange (f);
  assert_all_agree (f);
  assert_title (f->ben, f->program, TITLE ("From today"), 1);
}

static void
test_case_25_same_millisecond (Fixture       *f,
                               gconstpointer  data)
{
  g_autofree char *a = test_id_new (f->ada);
  g_autofree char *x = test_put (f->ada, f->program, a, "member", "", NULL, "{\"name\":\"A\"}");
  g_autofree char *y = test_put (f->ben, f->program, a, "member", "", NULL, "{\"name\":\"B\"}");
  g_autoptr (RoundelRecord) record = NULL;

  exchange (f);
  assert_all_agree (f);
  record = test_get (f->cem, f->program, a, "member", "");
  g_assert_cmpint (test_number (f->cem, "SELECT count (DISTINCT hlc) FROM revision WHERE kind = 'member'"), ==, 1);
  g_assert_cmpstr (record->revision, ==, strcmp (x, y) > 0 ? x : y);
}

static void
test_case_27_old_backup_restored (Fixture       *f,
                                  gconstpointer  data)
{
  g_autofree char *path = g_build_filename (f->folder, "notebook.db", NULL);
  g_autofree char *backup = g_build_filename (f->folder, "backup.db", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  RoundelEnv *env = roundel_notebook_get_env (f->ada);
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelNotebook) disk = roundel_notebook_open (path, env, 0, &error);
  g_autofree char *lesson = test_id_new (f->ada), *kept = test_id_new (f->ada);
  g_autofree char *a = NULL, *b = NULL, *c = NULL, *bytes = NULL, *dump = NULL, *other = NULL;
  gsize length;

  test_bring (f->ada, disk, f->program);
  a = test_put (disk, f->program, lesson, "lesson", "", NULL, "{\"text\":\"to be taken back\"}");
  g_assert_true (roundel_db_backup (roundel_records_get_db (roundel_notebook_get_records (disk)), backup, &error));
  b = test_put (disk, f->program, kept, "lesson", "", NULL, "{\"text\":\"kept\"}");
  g_assert_true (roundel_notebook_erase (disk, f->program, lesson, &error));
  test_bring (disk, f->ben, f->program);
  g_clear_object (&disk);

  g_assert_true (g_file_get_contents (backup, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  disk = roundel_notebook_open (path, env, 0, &error);
  g_assert_no_error (error);
  c = test_put (disk, f->program, f->program, "program", "", NULL, TITLE ("After the restore"));
  test_bring (f->ben, disk, f->program);
  test_bring (disk, f->ben, f->program);
  dump = test_dump (disk);
  other = test_dump (f->ben);
  g_assert_cmpstr (dump, ==, other);
  assert_title (f->ben, f->program, TITLE ("After the restore"), 1);
  g_assert_nonnull (strstr (dump, "kept"));
  g_assert_null (strstr (dump, "to be taken back"));
  g_assert_false (test_file_has (path, "to be taken back"));
  g_assert_false (test_file_has (log, "to be taken back"));
}

static void
test_case_29_any_order (Fixture       *f,
                        gconstpointer  data)
{
  g_autofree char *early = test_put (f->cem, f->program, f->program, "program", "", NULL, TITLE ("Earlier"));
  g_autofree char *x = test_put (f->ada, f->program, f->program, "program", "", NULL, TITLE ("A"));
  g_autofree char *y = test_put (f->ben, f->program, f->program, "program", "", NULL, TITLE ("B"));
  g_autofree char *z = test_put (f->cem, f->program, f->program, "program", "", NULL, TITLE ("C"));
  RoundelNotebook *from[] = { f->ada, f->ben, f->cem };
  static const guint orders[6][3] = { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 }, { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 } };
  g_autofree char *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (RoundelNotebook) fresh = test_notebook_new (NOW, 50 + i);
      g_autofree char *dump = NULL;

      for (guint k = 0; k < 6; k++)
        test_bring (from[orders[i][k % 3]], fresh, f->program);
      dump = test_dump (fresh);
      if (first == NULL)
        first = g_strdup (dump);
      g_assert_cmpstr (dump, ==, first);
    }
}

static void
test_case_30_edit_against_delete (Fixture       *f,
                                  gconstpointer  data)
{
  g_autofree char *session = test_id_new (f->ada);
  g_autofree char *plan = test_put (f->ada, f->program, session, "session", "plan", NULL, "{\"parts\":[]}");
  g_autofree char *schedule = test_put (f->ada, f->program, session, "session", "schedule", NULL, "{\"starts\":\"x\"}");
  const char *entities[] = { session, NULL };
  g_auto (GStrv) deleted = NULL;
  g_autofree char *edited = NULL;
  g_autoptr (RoundelRecord) record = NULL;

  exchange (f);
  /* The deletion comes later by the clock. */
  edited = test_put (f->ada, f->program, session, "session", "plan", NULL, "{\"parts\":[1]}");
  roundel_env_advance (roundel_notebook_get_env (f->ben), DAY);
  deleted = roundel_notebook_delete (f->ben, f->program, entities, NULL);
  exchange (f);
  assert_all_agree (f);
  g_assert_cmpuint (test_count (f->cem, f->program), ==, 3);
  record = test_get (f->cem, f->program, session, "session", "plan");
  g_assert_cmpstr (record->revision, ==, edited);
  g_assert_cmpuint (record->versions, ==, 1);
  g_assert_cmpuint (record->heads, ==, 2);
}

static void
test_case_31_deleted_on_both_sides (Fixture       *f,
                                    gconstpointer  data)
{
  g_autofree char *lesson = test_id_new (f->ada);
  g_autofree char *x = test_put (f->ada, f->program, lesson, "lesson", "", NULL, "{\"text\":\"x\"}");
  const char *entities[] = { lesson, NULL };
  g_auto (GStrv) one = NULL, two = NULL;

  exchange (f);
  one = roundel_notebook_delete (f->ada, f->program, entities, NULL);
  two = roundel_notebook_delete (f->ben, f->program, entities, NULL);
  exchange (f);
  assert_all_agree (f);
  g_assert_cmpuint (test_count (f->cem, f->program), ==, 1);
}

static void
test_case_32_child_under_a_deleted_parent (Fixture       *f,
                                           gconstpointer  data)
{
  g_autofree char *circle = test_id_new (f->ada), *member = test_id_new (f->ada);
  g_autofree char *x = test_put (f->ada, f->program, circle, "circle", "", NULL, "{\"name\":\"East\"}");
  g_auto (GStrv) deleted = NULL;
  g_autoptr (GPtrArray) programs = NULL;

  exchange (f);
  deleted = roundel_notebook_delete (f->ada, f->program, NULL, NULL);
  g_assert_true (roundel_notebook_put (f->ben, &(RoundelRecord) { .program = f->program, .circle = circle,
                                       .entity = member, .kind = "member", .body = "{\"name\":\"B\"}" }, NULL, NULL));
  exchange (f);
  assert_all_agree (f);
  g_assert_cmpuint (test_count (f->ada, f->program), ==, 3);
  programs = roundel_notebook_list_kind (f->ada, "program", NULL);
  g_assert_cmpuint (programs->len, ==, 1);
}

static void
test_case_33_three_ways (Fixture       *f,
                         gconstpointer  data)
{
  g_autofree char *x = test_put (f->ada, f->program, f->program, "program", "", NULL, TITLE ("A"));
  g_autofree char *y = test_put (f->ben, f->program, f->program, "program", "", NULL, TITLE ("B"));
  g_autofree char *z = test_put (f->cem, f->program, f->program, "program", "", NULL, TITLE ("C"));
  g_autoptr (GPtrArray) conflicts = NULL, none = NULL, history = NULL;
  RoundelRecord chosen;

  exchange (f);
  assert_all_agree (f);
  conflicts = roundel_notebook_conflicts (f->ben, f->program, NULL);
  g_assert_cmpuint (conflicts->len, ==, 1);
  g_assert_cmpuint (((GPtrArray *) conflicts->pdata[0])->len, ==, 3);
  assert_title (f->ben, f->program, ((RoundelRecord *) ((GPtrArray *) conflicts->pdata[0])->pdata[0])->body, 3);

  chosen = *(RoundelRecord *) ((GPtrArray *) conflicts->pdata[0])->pdata[1];
  g_assert_true (roundel_notebook_resolve (f->ben, &chosen, NULL, NULL));
  exchange (f);
  assert_all_agree (f);
  assert_title (f->cem, f->program, chosen.body, 1);
  none = roundel_notebook_conflicts (f->cem, NULL, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  history = roundel_notebook_history (f->cem, &chosen, NULL);
  g_assert_cmpuint (history->len, ==, 5);
}

static void
test_case_34_the_same_text (Fixture       *f,
                            gconstpointer  data)
{
  g_autofree char *x = test_put (f->ada, f->program, f->program, "program", "", NULL, TITLE ("Same"));
  g_autofree char *y = test_put (f->ben, f->program, f->program, "program", "", NULL, TITLE ("Same"));
  g_autofree char *z = NULL;
  g_autoptr (RoundelRecord) record = NULL;

  exchange (f);
  assert_title (f->cem, f->program, TITLE ("Same"), 1);
  z = test_put (f->cem, f->program, f->program, "program", "", NULL, TITLE ("Next"));
  exchange (f);
  record = test_get (f->ada, f->program, f->program, "program", "");
  g_assert_cmpuint (record->heads, ==, 1);
}

static void
test_case_46_a_merge_while_a_form_is_open (Fixture       *f,
                                           gconstpointer  data)
{
  g_autoptr (RoundelRecord) form = test_get (f->ada, f->program, f->program, "program", "");
  g_autofree char *x = test_put (f->ben, f->program, f->program, "program", "", NULL, TITLE ("Theirs"));
  g_autofree char *saved = NULL;

  test_bring (f->ben, f->ada, f->program);
  saved = test_put (f->ada, f->program, f->program, "program", "", form->revision, TITLE ("Mine"));
  assert_title (f->ada, f->program, TITLE ("Mine"), 2);
}

/* What is in a share file: the ids of its revisions. */
static GHashTable *
list_ids (const char *path)
{
  GHashTable *ids = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  g_autoptr (RoundelShareFile) file = roundel_share_file_open (path, NULL, NULL, NULL);
  const guint8 *id;

  while ((id = roundel_share_file_next (file, NULL)) != NULL)
    g_hash_table_add (ids, g_bytes_new (id, ROUNDEL_HASH_SIZE));
  return ids;
}

static void
test_case_52_stub_and_body_in_any_order (Fixture       *f,
                                         gconstpointer  data)
{
  g_autofree char *lesson = test_id_new (f->ada);
  g_autofree char *x = test_put (f->ada, f->program, lesson, "lesson", "", NULL, "{\"text\":\"taken-back\"}");
  g_autofree char *with_body = g_build_filename (f->folder, "body.roundel", NULL);
  g_autofree char *with_stub = g_build_filename (f->folder, "stub.roundel", NULL);
  g_autofree char *erasure_alone = g_build_filename (f->folder, "erasure.roundel", NULL);
  g_autofree char *one = NULL, *two = NULL, *three = NULL;
  g_autoptr (RoundelNotebook) third = test_notebook_new (NOW, 12), fourth = test_notebook_new (NOW, 13);
  g_autoptr (GHashTable) held = NULL;
  RoundelExport choice = { .program = f->program };
  RoundelExported exported;
  g_autoptr (RoundelMerge) both = NULL;
  g_autoptr (GError) error = NULL;
  RoundelMergeResult result;

  test_export (f->ada, f->program, ROUNDEL_AUDIENCE_MEMBERS, with_body);
  g_assert_true (roundel_notebook_erase (f->ada, f->program, lesson, &error));
  test_export (f->ada, f->program, ROUNDEL_AUDIENCE_MEMBERS, with_stub);
  g_assert_true (test_file_has (with_body, "taken-back"));
  g_assert_false (test_file_has (with_stub, "taken-back"));

  g_assert_true (test_merge (f->ben, with_body, 0, NULL, &error));
  g_assert_true (test_merge (f->ben, with_stub, 0, &result, &error));
  g_assert_cmpuint (result.erased_by_others, ==, 0);
  g_assert_true (test_merge (f->cem, with_stub, 0, NULL, &error));
  g_assert_true (test_merge (f->cem, with_body, 0, NULL, &error));
  assert_all_agree (f);
  both = roundel_merge_new (third, NULL, &error);
  g_assert_true (roundel_merge_add_file (both, with_stub, &error));
  g_assert_true (roundel_merge_add_file (both, with_body, &error));
  g_assert_true (roundel_merge_apply (both, ROUNDEL_MERGE_JOIN, &result, &error));
  one = test_dump (f->ben);
  two = test_dump (third);
  g_assert_cmpstr (one, ==, two);
  g_assert_null (strstr (one, "taken-back"));
  g_assert_cmpuint (test_count (third, f->program), ==, 1);

  /* the erasure comes alone, before what it erases */
  held = list_ids (with_body);
  choice.held = held;
  g_assert_true (roundel_export_to_file (f->ada, &choice, erasure_alone, NULL, &exported, &error));
  g_assert_cmpuint (exported.revisions, ==, 1);
  g_assert_true (test_merge (fourth, erasure_alone, ROUNDEL_MERGE_JOIN, NULL, &error));
  g_assert_true (test_merge (fourth, with_body, ROUNDEL_MERGE_JOIN, NULL, &error));
  three = test_dump (fourth);
  g_assert_cmpstr (one, ==, three);
}

static void
test_a_stub_without_an_erasure_is_refused (Fixture       *f,
                                           gconstpointer  data)
{
  g_autofree char *lesson = test_id_new (f->ada);
  g_autofree char *x = test_put (f->ada, f->program, lesson, "lesson", "", NULL, "{\"text\":\"taken-back\"}");
  g_autoptr (GError) error = NULL;

  g_assert_true (roundel_notebook_erase (f->ada, f->program, lesson, &error));
  test_export (f->ada, f->program, ROUNDEL_AUDIENCE_MEMBERS, f->path);
  test_sql (f->path, "DELETE FROM revision WHERE kind = 'erase'");
  g_assert_false (test_merge (f->ben, f->path, 0, NULL, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_CORRUPT);
}

static void
test_case_53_erased_by_another (Fixture       *f,
                                gconstpointer  data)
{
  g_autofree char *lesson = test_id_new (f->ada), *other = test_id_new (f->ada);
  g_autofree char *x = test_put (f->ada, f->program, lesson, "lesson", "", NULL, "{\"text\":\"mine\"}");
  g_autofree char *y = NULL;
  g_autoptr (RoundelMerge) merge = NULL;
  g_autoptr (RoundelRecord) kept = NULL, gone = NULL;
  g_autoptr (GError) error = NULL;
  RoundelMergeResult result;

  exchange (f);
  g_assert_true (roundel_notebook_erase (f->ben, f->program, lesson, &error));
  y = test_put (f->ben, f->program, other, "lesson", "", NULL, "{\"text\":\"new\"}");
  test_export (f->ben, f->program, ROUNDEL_AUDIENCE_MEMBERS, f->path);

  merge = roundel_merge_new (f->ada, NULL, &error);
  g_assert_true (roundel_merge_add_file (merge, f->path, &error));
  g_assert_true (roundel_merge_preview (merge, 0, &result, &error));
  g_assert_cmpuint (result.erased_by_others, ==, 1);
  g_assert_true (roundel_merge_apply (merge, 0, &result, &error));
  g_assert_cmpuint (result.added, ==, 1);
  kept = test_get (f->ada, f->program, lesson, "lesson", "");
  g_assert_cmpstr (kept->body, ==, "{\"text\":\"mine\"}");

  g_assert_true (test_merge (f->ada, f->path, ROUNDEL_MERGE_ERASE, &result, &error));
  g_assert_cmpuint (result.erased_by_others, ==, 1);
  gone = test_get (f->ada, f->program, lesson, "lesson", "");
  g_assert_null (gone->body);
  exchange (f);
  assert_all_agree (f);
}

static void
test_an_erasure_reaches_its_own_program_only (Fixture       *f,
                                              gconstpointer  data)
{
  g_autofree char *second = test_id_new (f->ada);
  g_autofree char *x = test_put (f->ada, second, second, "program", "", NULL, TITLE ("Second"));
  g_autoptr (RoundelRecord) record = test_get (f->ada, second, second, "program", "");
  g_autofree char *body = g_strdup_printf ("{\"revisions\":[\"%s\"]}", record->revision);
  guint8 program[ROUNDEL_ID_SIZE], bytes[ROUNDEL_SALT_SIZE] = { 9 };
  RoundelRevision erasure = {
    .program = program, .circle = (const guint8[ROUNDEL_ID_SIZE]) { 0 }, .ring = "members", .entity = bytes,
    .kind = "erase", .reg = "", .hlc = 5, .device = bytes, .salt = bytes, .body = body, .body_length = strlen (body),
  };
  g_autoptr (GError) error = NULL;
  RoundelMergeResult result;

  roundel_id_parse (f->program, program);
  test_export (f->ben, f->program, ROUNDEL_AUDIENCE_MEMBERS, f->path);
  test_forge (f->path, &erasure);
  g_assert_true (test_merge (f->ada, f->path, ROUNDEL_MERGE_ERASE, &result, &error));
  g_assert_cmpuint (result.erased_by_others, ==, 0);
  assert_title (f->ada, second, TITLE ("Second"), 1);
}

/* One record of each kind that a notebook may have, with its name as a mark. */
static void
put_every_kind (RoundelNotebook *notebook,
                const char      *program,
                const char      *circle,
                const char      *suffix)
{
  guint n;
  const RoundelKind *kinds = roundel_kinds (&n);

  for (guint i = 0; i < n; i++)
    for (guint r = 0; kinds[i].registers[r] != NULL; r++)
      {
        g_autoptr (GError) error = NULL;
        g_autofree char *entity = test_id_new (notebook);
        g_autofree char *body = g_strdup_printf ("{\"mark\":\"<%s%s>\"}", kinds[i].name, suffix);
        RoundelRecord record = {
          .program = program, .circle = circle, .entity = g_str_equal (kinds[i].name, "program") ? program : entity,
          .kind = kinds[i].name, .reg = kinds[i].registers[r], .body = body,
        };
        gboolean put = roundel_notebook_put (notebook, &record, NULL, &error);

        if (kinds[i].ring == ROUNDEL_RING_MEMBERS || kinds[i].ring == ROUNDEL_RING_ORGANISERS)
          g_assert_no_error (error);
        else
          g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID);
        g_assert_true (put == (error == NULL));
      }
}

/* What SESSION left, and a lesson of it, which is nobody's to hand on. */
static void
put_left (RoundelNotebook *notebook,
          const char      *program,
          const char      *circle,
          const char      *session,
          const char      *suffix)
{
  static const char *const kinds[] = { "attendance", "harvest", "evaluation", "lesson", "commitment" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *entity = test_id_new (notebook);
      g_autofree char *body = g_strdup_printf ("{\"mark\":\"<%s-%s>\",\"session\":\"%s\"}", kinds[i], suffix, session);

      roundel_notebook_put (notebook, &(RoundelRecord) { .program = program, .circle = circle, .entity = entity,
                                                         .kind = kinds[i], .reg = "", .body = body }, NULL, &error);
      g_assert_no_error (error);
    }
}

static gboolean
has_mark (const char *path,
          const char *kind,
          const char *suffix)
{
  g_autofree char *mark = g_strdup_printf ("<%s%s>", kind, suffix);

  return test_file_has (path, mark);
}

/* Each kind of the table is in exactly the files its row says, and no private kind gets even into the notebook. */
static void
test_cases_50_and_51_nothing_gets_out (Fixture       *f,
                                       gconstpointer  data)
{
  guint n;
  const RoundelKind *kinds = roundel_kinds (&n);
  g_autofree char *path = g_build_filename (f->folder, "notebook.db", NULL);
  g_autofree char *members = g_build_filename (f->folder, "members.roundel", NULL);
  g_autofree char *organisers = g_build_filename (f->folder, "organisers.roundel", NULL);
  g_autofree char *facilitator = g_build_filename (f->folder, "facilitator.roundel", NULL);
  g_autofree char *east = test_id_new (f->ada), *west = test_id_new (f->ada), *session = test_id_new (f->ada);
  g_autofree char *other = test_id_new (f->ada), *later = test_id_new (f->ada);
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelNotebook) notebook = roundel_notebook_open (path, roundel_notebook_get_env (f->ada), 0, &error);
  RoundelExported exported;

  put_every_kind (notebook, f->program, east, "");
  put_every_kind (notebook, f->program, west, "-west");
  put_every_kind (notebook, other, NULL, "-other");
  g_assert_true (roundel_notebook_put (notebook, &(RoundelRecord) { .program = f->program, .circle = east, .entity = session,
                                       .kind = "session", .reg = "schedule", .body = "{\"mark\":\"<mine>\"}" }, NULL, &error));
  put_left (notebook, f->program, east, session, "mine");
  put_left (notebook, f->program, east, later, "later");
  test_export (notebook, f->program, ROUNDEL_AUDIENCE_ORGANISERS, organisers);
  g_assert_true (roundel_export_to_file (notebook, &(RoundelExport) { .program = f->program, .circle = east,
                                         .audience = ROUNDEL_AUDIENCE_MEMBERS }, members, NULL, &exported, &error));
  g_assert_true (roundel_export_to_file (notebook, &(RoundelExport) { .program = f->program,
                                         .audience = ROUNDEL_AUDIENCE_FACILITATOR, .session = session }, facilitator, NULL,
                                         &exported, &error));
  g_clear_object (&notebook);

  for (guint i = 0; i < n; i++)
    {
      gboolean of_members = kinds[i].ring == ROUNDEL_RING_MEMBERS;
      gboolean shared = of_members || kinds[i].ring == ROUNDEL_RING_ORGANISERS;
      gboolean led = kinds[i].led == ROUNDEL_LED_ALL && of_members && !g_str_equal (kinds[i].name, "session");

      g_assert_true (has_mark (path, kinds[i].name, "") == shared);
      g_assert_true (has_mark (organisers, kinds[i].name, "") == shared);
      g_assert_true (has_mark (organisers, kinds[i].name, "-west") == shared);
      g_assert_true (has_mark (members, kinds[i].name, "") == of_members);
      g_assert_true (has_mark (facilitator, kinds[i].name, "") == led);
      if (kinds[i].led == ROUNDEL_LED_OWN)
        {
          g_assert_true (has_mark (facilitator, kinds[i].name, "-mine") && has_mark (members, kinds[i].name, "-later"));
          g_assert_false (has_mark (facilitator, kinds[i].name, "-later"));
        }
      g_assert_false (has_mark (facilitator, kinds[i].name, "-mine") && kinds[i].led == ROUNDEL_LED_NONE);
      g_assert_false (has_mark (members, kinds[i].name, "-west") && !g_str_equal (kinds[i].name, "program"));
      g_assert_false (has_mark (facilitator, kinds[i].name, "-west") && !g_str_equal (kinds[i].name, "program"));
      g_assert_false (has_mark (organisers, kinds[i].name, "-other"));
    }
  g_assert_true (has_mark (facilitator, "mine", ""));
  g_assert_false (test_file_has (organisers, g_get_user_name ()) || test_file_has (organisers, g_get_host_name ())
                  || test_file_has (organisers, f->folder));
}

static void
test_the_same_set_gives_the_same_bytes (Fixture       *f,
                                        gconstpointer  data)
{
  g_autofree char *other = g_build_filename (f->folder, "other.roundel", NULL);
  g_autofree char *x = test_put (f->ben, f->program, f->program, "program", "", NULL, TITLE ("B"));
  g_autofree char *one = NULL, *two = NULL;
  gsize n_one, n_two;

  exchange (f);
  test_export (f->ada, f->program, ROUNDEL_AUDIENCE_MEMBERS, f->path);
  test_export (f->cem, f->program, ROUNDEL_AUDIENCE_MEMBERS, other);
  g_assert_true (g_file_get_contents (f->path, &one, &n_one, NULL) && g_file_get_contents (other, &two, &n_two, NULL));
  g_assert_cmpmem (one, n_one, two, n_two);
}

#define ADD(name, func) g_test_add ("/exchange/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("case-24-clock-set-back", test_case_24_clock_set_back);
  ADD ("later-edit-that-knew-beats-a-future-date", test_later_edit_that_knew_beats_a_future_date);
  ADD ("case-25-same-millisecond", test_case_25_same_millisecond);
  ADD ("case-27-old-backup-restored", test_case_27_old_backup_restored);
  ADD ("case-29-any-order", test_case_29_any_order);
  ADD ("case-30-edit-against-delete", test_case_30_edit_against_delete);
  ADD ("case-31-deleted-on-both-sides", test_case_31_deleted_on_both_sides);
  ADD ("case-32-child-under-a-deleted-parent", test_case_32_child_under_a_deleted_parent);
  ADD ("case-33-three-ways", test_case_33_three_ways);
  ADD ("case-34-the-same-text", test_case_34_the_same_text);
  ADD ("case-46-a-merge-while-a-form-is-open", test_case_46_a_merge_while_a_form_is_open);
  ADD ("cases-50-and-51-nothing-gets-out", test_cases_50_and_51_nothing_gets_out);
  ADD ("case-52-stub-and-body-in-any-order", test_case_52_stub_and_body_in_any_order);
  ADD ("a-stub-without-an-erasure-is-refused", test_a_stub_without_an_erasure_is_refused);
  ADD ("case-53-erased-by-another", test_case_53_erased_by_another);
  ADD ("an-erasure-reaches-its-own-program-only", test_an_erasure_reaches_its_own_program_only);
  ADD ("the-same-set-gives-the-same-bytes", test_the_same_set_gives_the_same_bytes);
  return g_test_run ();
}
