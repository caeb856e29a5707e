/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What comes from outside: each test is a case, named by its number. “Refused” means a message with a code a caller can
 * act on, and a notebook that is the same to the byte of every row. */

#include "helper.h"

#include "core/kind.h"
#include "store/share-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_REFUSAL_SECONDS 20

typedef struct
{
  RoundelNotebook *mine;
  RoundelNotebook *theirs;
  char *folder;
  char *path;    /* a sound share file of what theirs has and mine has not */
  char *program;
  char *member;
  char *before;  /* what mine was */
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autofree char *x = NULL, *y = NULL, *z = NULL;

  f->mine = test_notebook_new (NOW, 1);
  f->theirs = test_notebook_new (NOW, 2);
  f->folder = test_folder_new ();
  f->path = g_build_filename (f->folder, "program.roundel", NULL);
  f->program = test_id_new (f->mine);
  f->member = test_id_new (f->mine);
  x = test_put (f->mine, f->program, f->program, "program", "", NULL, "{\"title\":\"Skills\"}");
  test_bring (f->mine, f->theirs, f->program);
  y = test_put (f->theirs, f->program, f->member, "member", "", NULL, "{\"name\":\"Ada\"}");
  z = test_put (f->theirs, f->program, f->program, "program", "", NULL, "{\"title\":\"Conscious skills\"}");
  test_export (f->theirs, f->program, ROUNDEL_AUDIENCE_MEMBERS, f->path);
  f->before = test_dump (f->mine);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_clear_object (&f->mine);
  g_clear_object (&f->theirs);
  test_folder_remove (f->folder);
  g_free (f->folder);
  g_free (f->path);
  g_free (f->program);
  g_free (f->member);
  g_free (f->before);
}

static void
assert_refused_with (Fixture    *f,
                     const char *path,
                     gint        code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autofree char *after = NULL;

  g_assert_false (test_merge (f->mine, path, ROUNDEL_MERGE_JOIN | ROUNDEL_MERGE_ERASE, NULL, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, code);
  g_assert_cmpuint (strlen (error->message), >, 20);
  after = test_dump (f->mine);
  g_assert_cmpstr (after, ==, f->before);
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, MAX_REFUSAL_SECONDS);
}

static void
assert_refused (Fixture *f)
{
  assert_refused_with (f, f->path, ROUNDEL_STORE_ERROR_CORRUPT);
}

static void
assert_brought_in (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelRecord) record = NULL;

  test_merge (f->mine, f->path, ROUNDEL_MERGE_DEFAULT, NULL, &error);
  g_assert_no_error (error);
  record = test_get (f->mine, f->program, f->program, "program", "");
  g_assert_cmpstr (record->body, ==, "{\"title\":\"Conscious skills\"}");
  g_assert_cmpuint (record->heads, ==, 1);
}

static char *
read_file (const char *path,
           gsize      *length)
{
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;

  g_file_get_contents (path, &bytes, length, &error);
  g_assert_no_error (error);
  return bytes;
}

static void
write_file (const char *path,
            const char *bytes,
            gsize       length)
{
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
}

/* A revision with a true hash, of a program, over what is here. */
typedef struct
{
  guint8 program[ROUNDEL_ID_SIZE];
  guint8 entity[ROUNDEL_ID_SIZE];
  guint8 device[ROUNDEL_ID_SIZE];
  guint8 circle[ROUNDEL_ID_SIZE];
  guint8 salt[ROUNDEL_SALT_SIZE];
  RoundelRevision revision;
} Forged;

static RoundelRevision *
forge (Forged     *forged,
       const char *program,
       const char *entity,
       const char *body)
{
  memset (forged, 0, sizeof *forged);
  roundel_id_parse (program, forged->program);
  roundel_id_parse (entity, forged->entity);
  forged->device[0] = 7;
  forged->revision = (RoundelRevision) {
    .program = forged->program, .circle = forged->circle, .ring = "members", .entity = forged->entity, .kind = "member",
    .reg = "", .hlc = 5, .device = forged->device, .salt = forged->salt, .body = body, .body_length = strlen (body),
  };
  return &forged->revision;
}

static void
test_sound_file (Fixture       *f,
                 gconstpointer  data)
{
  g_autoptr (RoundelMerge) merge = roundel_merge_new (f->mine, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;
  RoundelMergeResult preview, result;
  GStatBuf st;

  g_assert_true (roundel_merge_add_file (merge, f->path, &error));
  g_assert_true (roundel_merge_preview (merge, ROUNDEL_MERGE_DEFAULT, &preview, &error));
  after = test_dump (f->mine);
  g_assert_cmpstr (after, ==, f->before);
  g_assert_true (roundel_merge_apply (merge, ROUNDEL_MERGE_DEFAULT, &result, &error));
  g_assert_no_error (error);
  g_assert_cmpmem (&preview, sizeof preview, &result, sizeof result);
  g_assert_cmpuint (result.added, ==, 1);
  g_assert_cmpuint (result.changed, ==, 1);
  g_assert_cmpuint (result.conflicts, ==, 0);
  g_assert_cmpuint (result.unchanged, ==, 1);
  g_assert_cmpuint (result.revisions, ==, 2);
  g_assert_cmpint (g_stat (f->path, &st), ==, 0);
  g_assert_cmpint (st.st_mode & 0777, ==, 0600);
}

static void
test_case_1_truncated (Fixture       *f,
                       gconstpointer  data)
{
  gsize length;
  g_autofree char *bytes = read_file (f->path, &length);
  const gsize lengths[] = { 1, 50, 99, 100, 4095, 4096, 8192, length - 4096, length - 1 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      write_file (f->path, bytes, lengths[i]);
      assert_refused_with (f, f->path, lengths[i] < 100 ? ROUNDEL_STORE_ERROR_NOT_OURS : ROUNDEL_STORE_ERROR_CORRUPT);
    }
}

static void
test_case_2_empty_or_text (Fixture       *f,
                           gconstpointer  data)
{
  write_file (f->path, "", 0);
  assert_refused_with (f, f->path, ROUNDEL_STORE_ERROR_NOT_OURS);
  write_file (f->path, "Dear all, here is the program. It is quite a long text, longer than the header of a database "
              "could ever be.", 106);
  assert_refused_with (f, f->path, ROUNDEL_STORE_ERROR_NOT_OURS);
  g_unlink (f->path);
  assert_refused_with (f, f->path, ROUNDEL_STORE_ERROR_FAILED);
}

static void
test_case_3_wrong_application (Fixture       *f,
                               gconstpointer  data)
{
  test_sql (f->path, "PRAGMA application_id = 252006673");
  assert_refused_with (f, f->path, ROUNDEL_STORE_ERROR_NOT_OURS);
}

static void
test_case_4_newer_major (Fixture       *f,
                         gconstpointer  data)
{
  test_sql (f->path, "PRAGMA user_version = 2000");
  assert_refused_with (f, f->path, ROUNDEL_STORE_ERROR_TOO_NEW);
}

static void
test_case_5_newer_minor_is_kept_and_passed_on (Fixture       *f,
                                               gconstpointer  data)
{
  g_autofree char *entity = test_id_new (f->theirs);
  g_autofree char *further = g_build_filename (f->folder, "further.roundel", NULL);
  g_autoptr (RoundelNotebook) third = test_notebook_new (NOW, 9);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;
  const RoundelRecord *found = NULL;
  RoundelMergeResult result;
  Forged forged;

  forge (&forged, f->program, entity, "{\"big\":12345678901234567890,\"tenth\":0.1,\"who\":\"\\u00e9\"}");
  forged.revision.kind = "hologram";
  forged.revision.reg = "depth";
  test_forge (f->path, &forged.revision);
  test_sql (f->path, "PRAGMA user_version = 1007; INSERT INTO about VALUES ('weather', 'fine')");
  g_assert_true (test_merge (f->mine, f->path, ROUNDEL_MERGE_DEFAULT, &result, &error));
  g_assert_cmpuint (result.unknown, ==, 1);

  test_export (f->mine, f->program, ROUNDEL_AUDIENCE_MEMBERS, further);
  g_assert_true (test_merge (third, further, ROUNDEL_MERGE_JOIN, NULL, &error));
  records = roundel_notebook_list (third, f->program, &error);
  for (guint i = 0; i < records->len; i++)
    if (g_str_equal (((RoundelRecord *) records->pdata[i])->kind, "hologram"))
      found = records->pdata[i];
  g_assert_nonnull (found);
  g_assert_cmpstr (found->body, ==, forged.revision.body);
  g_assert_cmpstr (found->reg, ==, "depth");
}

/* The frozen format: what 1.0 wrote is read for ever. */
static void
test_case_6_first_version_is_read (Fixture       *f,
                                   gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "share-1.0.roundel", NULL);
  g_autoptr (RoundelNotebook) fresh = test_notebook_new (NOW, 5);
  g_autoptr (GError) error = NULL;
  RoundelMergeResult result;

  test_merge (fresh, path, ROUNDEL_MERGE_JOIN, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result.revisions, ==, 5);
  g_assert_cmpint (test_number (fresh, "SELECT count (*) FROM revision WHERE body IS NULL"), ==, 1);
  g_assert_cmpint (test_number (fresh, "SELECT count (*) FROM revision WHERE length (parents) = 32"), ==, 2);
}

static void
test_cases_7_to_10_other_schema (Fixture       *f,
                                 gconstpointer  data)
{
  static const char * const schemas[] = {
    "CREATE TRIGGER t AFTER INSERT ON revision BEGIN DELETE FROM revision; END",
    "CREATE VIEW v AS SELECT * FROM revision",
    "DROP TABLE about; CREATE VIEW about AS SELECT 'program' AS key, '' AS value",
    "ALTER TABLE revision RENAME TO old; CREATE VIEW revision AS SELECT * FROM old",
    "ALTER TABLE revision ADD COLUMN more TEXT GENERATED ALWAYS AS (upper (body)) VIRTUAL",
    "ALTER TABLE revision ADD COLUMN more TEXT",
    "CREATE TABLE more (x)",
    "CREATE VIRTUAL TABLE more USING fts5 (x)",
    "CREATE INDEX more ON revision (device)",
    "UPDATE sqlite_schema SET sql = replace (sql, 'hlc INTEGER', 'hlc REAL') WHERE name = 'revision'",
    "UPDATE sqlite_schema SET type = 'view' WHERE name = 'revision'",
    "UPDATE sqlite_schema SET rootpage = 1 WHERE name = 'revision'",
    "DROP TABLE about",
  };
  gsize length;
  g_autofree char *bytes = read_file (f->path, &length);

  for (guint i = 0; i < G_N_ELEMENTS (schemas); i++)
    {
      write_file (f->path, bytes, length);
      test_sql (f->path, schemas[i]);
      assert_refused (f);
    }
}

/* The peak begins anew: what made the file took much, too (proc(5), clear_refs). */
static void
forget_peak (void)
{
  int fd = g_open ("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC, 0);

  g_assert_cmpint (write (fd, "5", 1), ==, 1);
  close (fd);
}

static glong
peak_memory (void)
{
  g_autofree char *status = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  return (glong) g_ascii_strtoll (strstr (status, "VmHWM:") + 6, NULL, 10);
}

static void
test_case_11_huge_values (Fixture       *f,
                          gconstpointer  data)
{
  static const char * const values[] = {
    "UPDATE revision SET body = '{\"a\":\"' || hex (zeroblob (4000000)) || '\"}'",
    "UPDATE revision SET salt = zeroblob (300000000) WHERE kind = 'member'",
    "UPDATE revision SET kind = CAST (zeroblob (8000000) AS TEXT)",
    "UPDATE about SET value = hex (zeroblob (4000000)) WHERE key = 'program'",
  };
  gsize length;
  g_autofree char *bytes = read_file (f->path, &length);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      glong before;

      write_file (f->path, bytes, length);
      test_sql (f->path, values[i]);
      forget_peak ();
      before = peak_memory ();
      assert_refused (f);
      g_assert_cmpint (peak_memory () - before, <, 64 * 1024);
    }
}

static void
test_case_12_altered_content (Fixture       *f,
                              gconstpointer  data)
{
  static const char * const changes[] = {
    "UPDATE revision SET body = replace (body, 'Ada', 'Eve')",
    "UPDATE revision SET hlc = hlc + 1",
    "UPDATE revision SET deleted = 1 WHERE kind = 'member'",
    "UPDATE revision SET device = randomblob (16) WHERE kind = 'member'",
    "UPDATE revision SET salt = randomblob (16) WHERE kind = 'member'",
    "UPDATE revision SET kind = 'lesson' WHERE kind = 'member'",
    "UPDATE revision SET register = 'plan' WHERE kind = 'member'",
    "UPDATE revision SET circle = randomblob (16) WHERE kind = 'member'",
    "UPDATE revision SET entity = randomblob (16) WHERE kind = 'member'",
    "UPDATE revision SET parents = randomblob (32) WHERE kind = 'member'",
    "UPDATE revision SET id = randomblob (32) WHERE kind = 'member'",
    "UPDATE revision SET ring = 'organisers' WHERE kind = 'member'",
    "UPDATE revision SET program = randomblob (16) WHERE kind = 'member'",
  };
  gsize length;
  g_autofree char *bytes = read_file (f->path, &length);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      write_file (f->path, bytes, length);
      test_sql (f->path, changes[i]);
      assert_refused (f);
    }
}

static void
test_case_14_hot_journal_beside (Fixture       *f,
                                 gconstpointer  data)
{
  g_autofree char *journal = g_strconcat (f->path, "-journal", NULL);
  g_autofree char *log = g_strconcat (f->path, "-wal", NULL);
  guint8 hot[8192] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7, 0, 0, 0, 1, 1, 2, 3, 4, 0, 0, 0, 3, 0, 0, 2, 0, 0, 0, 16 };

  write_file (journal, (char *) hot, sizeof hot);
  write_file (log, (char *) hot, sizeof hot);
  assert_brought_in (f);
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
}

static void
test_case_15_log_header_or_notebook (Fixture       *f,
                                     gconstpointer  data)
{
  g_autofree char *path = g_build_filename (f->folder, "notebook.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelNotebook) notebook = roundel_notebook_open (path, roundel_notebook_get_env (f->mine), 0, &error);

  g_assert_true (roundel_notebook_close (notebook, &error));
  g_assert_false (test_merge (f->mine, path, ROUNDEL_MERGE_JOIN, NULL, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_OURS);
  g_assert_nonnull (strstr (error->message, "restore"));

  test_sql (f->path, "PRAGMA journal_mode = WAL");
  assert_refused (f);
}

static void
test_case_16_no_ordinary_file (Fixture       *f,
                               gconstpointer  data)
{
  g_autofree char *fifo = g_build_filename (f->folder, "fifo", NULL);
  g_autofree char *link = g_build_filename (f->folder, "link", NULL);

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_cmpint (symlink (f->path, link), ==, 0);
  assert_refused_with (f, fifo, ROUNDEL_STORE_ERROR_NOT_OURS);
  assert_refused_with (f, link, ROUNDEL_STORE_ERROR_NOT_OURS);
  assert_refused_with (f, f->folder, ROUNDEL_STORE_ERROR_NOT_OURS);
  assert_refused_with (f, "/dev/zero", ROUNDEL_STORE_ERROR_NOT_OURS);
}

static void
test_case_17_wrong_text (Fixture       *f,
                         gconstpointer  data)
{
  const struct { const char *body; gsize length; } bodies[] = {
    { "{\"a\":\"\xff\xfe\"}", 10 }, { "{\"a\":\"\xed\xa0\x80\"}", 11 }, { "{\"a\":\"\0\"}", 9 }, { "{}\0", 3 },
  };
  gsize length;
  g_autofree char *bytes = read_file (f->path, &length);

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autofree char *entity = test_id_new (f->theirs);
      Forged forged;

      write_file (f->path, bytes, length);
      forge (&forged, f->program, entity, bodies[i].body);
      forged.revision.body_length = bodies[i].length;
      test_forge (f->path, &forged.revision);
      assert_refused (f);
    }
  write_file (f->path, bytes, length);
  test_sql (f->path, "UPDATE revision SET kind = CAST (x'6d00656d' AS TEXT) WHERE kind = 'member'");
  assert_refused (f);
}

static void
test_case_18_wrong_types (Fixture       *f,
                          gconstpointer  data)
{
  static const char * const schema =
    "UPDATE sqlite_schema SET sql = replace (replace (replace (replace (sql, ' STRICT,', ''), ' NOT NULL', ''),"
    " ' INTEGER', ''), ' BLOB', '') WHERE name = 'revision'";
  static const char * const values[] = {
    "hlc = 'soon'", "hlc = 1.5", "hlc = NULL", "deleted = 2", "deleted = 'no'", "device = 'me'", "device = NULL",
    "device = zeroblob (15)", "id = 5", "parents = NULL", "parents = zeroblob (31)", "parents = zeroblob (64)",
    "parents = 'none'", "salt = NULL", "salt = zeroblob (15)", "body = NULL", "body = CAST (body AS BLOB)", "body = 7",
    "digest = zeroblob (32)", "ring = 'private'", "ring = NULL", "ring = ''", "kind = ''", "kind = 'Member'",
    "kind = 'entry'", "kind = NULL", "register = NULL", "register = 'ä'", "hlc = -1", "program = NULL", "circle = NULL",
    "entity = NULL", "device = CAST (device AS TEXT)", "salt = CAST (salt AS TEXT)", "kind = CAST (kind AS BLOB)",
  };
  gsize length;
  g_autofree char *bytes = read_file (f->path, &length);
  g_autofree char *good = g_strdup ("UPDATE sqlite_schema SET sql = 'CREATE TABLE " ROUNDEL_SHARE_REVISION "' WHERE name = 'revision'");

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE revision SET %s WHERE kind = 'member'", values[i]);

      write_file (f->path, bytes, length);
      test_sql (f->path, schema);
      test_sql (f->path, sql);
      test_sql (f->path, good);
      assert_refused (f);
    }
}

static void
test_case_19_a_million_parents_and_brackets (Fixture       *f,
                                             gconstpointer  data)
{
  g_autofree char *open = g_strnfill (30000, '['), *shut = g_strnfill (30000, ']');
  g_autofree char *entity = test_id_new (f->theirs);
  g_autofree guint8 *parents = g_malloc0 (2000 * ROUNDEL_HASH_SIZE);
  gsize length;
  g_autofree char *bytes = read_file (f->path, &length);
  Forged forged;

  test_sql (f->path, "UPDATE revision SET parents = zeroblob (32000000) WHERE kind = 'member'");
  assert_refused (f);

  for (guint i = 0; i < 2000; i++)
    {
      parents[i * ROUNDEL_HASH_SIZE] = (guint8) (i >> 8);
      parents[i * ROUNDEL_HASH_SIZE + 1] = (guint8) i;
    }
  write_file (f->path, bytes, length);
  forge (&forged, f->program, entity, "{}");
  forged.revision.parents = parents;
  forged.revision.n_parents = 2000;
  test_forge (f->path, &forged.revision);
  assert_refused (f);

  /* well-formed, and first of a depth that SQLite lets pass */
  for (int depth = 64; depth <= 30000; depth += depth < 100 ? 36 : 29900)
    {
      g_autofree char *deep = g_strdup_printf ("{\"a\":%.*s%.*s}", depth, open, depth, shut);

      write_file (f->path, bytes, length);
      test_forge (f->path, forge (&forged, f->program, entity, deep));
      assert_refused (f);
    }
  write_file (f->path, bytes, length);
  test_sql (f->path, "UPDATE revision SET body = '{\"a\":' || replace (hex (zeroblob (64000)), '0', '[') WHERE kind = 'member'");
  assert_refused (f);
}

static void
test_case_20_parents_of_other_records (Fixture       *f,
                                       gconstpointer  data)
{
  g_autofree char *entity = test_id_new (f->theirs);
  g_autoptr (RoundelRecord) program = test_get (f->mine, f->program, f->program, "program", "");
  g_autoptr (RoundelRecord) member = test_get (f->theirs, f->program, f->member, "member", "");
  const char * const parents[] = { program->revision, member->revision };
  gsize length;
  g_autofree char *bytes = read_file (f->path, &length);

  /* One that is here, and one that comes in the same file. A cycle would need a hash that names itself. */
  for (guint i = 0; i < G_N_ELEMENTS (parents); i++)
    {
      guint8 parent[ROUNDEL_HASH_SIZE];
      Forged forged;

      write_file (f->path, bytes, length);
      roundel_hash_parse (parents[i], parent);
      forge (&forged, f->program, entity, "{}");
      forged.revision.parents = parent;
      forged.revision.n_parents = 1;
      test_forge (f->path, &forged.revision);
      assert_refused (f);
    }
}

static void
test_case_21_missing_parents_heal (Fixture       *f,
                                   gconstpointer  data)
{
  g_autofree char *part = g_build_filename (f->folder, "part.roundel", NULL);
  g_autofree char *x = test_put (f->theirs, f->program, f->member, "member", "", NULL, "{\"name\":\"Ada L.\"}");
  g_autofree char *y = test_put (f->theirs, f->program, f->member, "member", "", NULL, "{\"name\":\"Ada Lovelace\"}");
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelRecord) gap = NULL, whole = NULL;

  test_export (f->theirs, f->program, ROUNDEL_AUDIENCE_MEMBERS, part);
  test_sql (part, "DELETE FROM revision WHERE body LIKE '%Ada L.%'");
  g_assert_true (test_merge (f->mine, part, ROUNDEL_MERGE_DEFAULT, NULL, &error));
  gap = test_get (f->mine, f->program, f->member, "member", "");
  g_assert_cmpuint (gap->heads, ==, 2);
  test_bring (f->theirs, f->mine, f->program);
  whole = test_get (f->mine, f->program, f->member, "member", "");
  g_assert_cmpuint (whole->heads, ==, 1);
  g_assert_cmpstr (whole->body, ==, "{\"name\":\"Ada Lovelace\"}");
}

static void
test_case_22_other_body_under_a_known_id (Fixture       *f,
                                          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;
  RoundelMergeResult result;

  test_sql (f->path, "DELETE FROM revision WHERE body NOT LIKE '%\"Skills\"%';"
                     "UPDATE revision SET body = '{\"title\":\"Shills\"}'");
  g_assert_true (test_merge (f->mine, f->path, ROUNDEL_MERGE_DEFAULT, &result, &error));
  g_assert_cmpuint (result.unchanged, ==, 1);
  g_assert_cmpuint (result.changed + result.added + result.revisions, ==, 0);
  after = test_dump (f->mine);
  g_assert_cmpstr (after, ==, f->before);
}

static void
test_case_23_odd_clocks (Fixture       *f,
                         gconstpointer  data)
{
  const gint64 clocks[] = { G_MAXINT64, ((NOW + 10 * 365 * DAY) / 1000) << 15, 0 };
  g_autofree char *negative = test_id_new (f->theirs);
  g_autofree char *now = NULL;
  g_autoptr (RoundelRecord) record = NULL;
  Forged forged;

  for (guint i = 0; i < G_N_ELEMENTS (clocks); i++)
    {
      g_autofree char *entity = test_id_new (f->theirs);

      forge (&forged, f->program, entity, "{}");
      forged.revision.hlc = clocks[i];
      test_forge (f->path, &forged.revision);
    }
  assert_brought_in (f);
  g_assert_cmpuint (test_count (f->mine, f->program), ==, 5);
  now = test_put (f->mine, f->program, f->program, "program", "", NULL, "{\"title\":\"Now\"}");
  record = test_get (f->mine, f->program, f->program, "program", "");
  g_assert_cmpint (record->written, <=, NOW + DAY);

  g_free (f->before);
  f->before = test_dump (f->mine);
  forge (&forged, f->program, negative, "{}");
  forged.revision.hlc = -1;
  test_forge (f->path, &forged.revision);
  assert_refused (f);
}

static void
test_case_28_and_47_the_same_file_twice (Fixture       *f,
                                         gconstpointer  data)
{
  g_autofree char *own = g_build_filename (f->folder, "own.roundel", NULL);
  g_autofree char *once = NULL, *twice = NULL;
  g_autoptr (GError) error = NULL;
  const char *paths[] = { f->path, own };

  assert_brought_in (f);
  once = test_dump (f->mine);
  test_export (f->mine, f->program, ROUNDEL_AUDIENCE_ORGANISERS, own);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      RoundelMergeResult result;

      g_assert_true (test_merge (f->mine, paths[i], ROUNDEL_MERGE_DEFAULT, &result, &error));
      g_assert_cmpuint (result.added + result.changed + result.conflicts + result.revisions, ==, 0);
      g_assert_cmpuint (result.unchanged, ==, 3);
    }
  twice = test_dump (f->mine);
  g_assert_cmpstr (once, ==, twice);
}

/* More than SQLite keeps of a file in memory: what is read late is read from the file that was opened. */
static void
test_case_40_replaced_while_read (Fixture       *f,
                                  gconstpointer  data)
{
  const guint n_lessons = 800;
  g_autofree char *text = g_strnfill (6000, 'a');
  g_autofree char *body = g_strdup_printf ("{\"text\":\"%s\"}", text);
  g_autofree char *zeros = NULL;
  g_autoptr (RoundelShareFile) file = NULL;
  g_autoptr (GError) error = NULL;
  RoundelDb *trusted = roundel_records_get_db (roundel_notebook_get_records (f->mine));
  RoundelRevision revision;
  guint8 digest[ROUNDEL_HASH_SIZE];
  struct stat st;
  guint n = 0;
  int fd;

  roundel_notebook_begin (f->theirs);
  for (guint i = 0; i < n_lessons; i++)
    {
      g_autofree char *entity = test_id_new (f->theirs);
      g_autofree char *x = test_put (f->theirs, f->program, entity, "lesson", "", NULL, body);
    }
  g_assert_true (roundel_notebook_commit (f->theirs, &error));
  test_export (f->theirs, f->program, ROUNDEL_AUDIENCE_MEMBERS, f->path);
  file = roundel_share_file_open (f->path, NULL, NULL, &error);
  g_assert_no_error (error);

  fd = g_open (f->path, O_WRONLY | O_CLOEXEC, 0);
  g_assert_cmpint (fstat (fd, &st), ==, 0);
  g_assert_cmpint (st.st_size, >, 4 * 1024 * 1024);
  zeros = g_malloc0 ((gsize) st.st_size);
  g_assert_cmpint (write (fd, zeros, (gsize) st.st_size), ==, st.st_size);
  close (fd);
  while (roundel_share_file_next (file, &error) != NULL && roundel_share_file_read (file, trusted, &revision, digest, &error))
    n++;
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, n_lessons + 3);
}

/* It is said that it is not all there, and the same merge takes it when it is. */
static void
test_case_41_half_copied_then_whole (Fixture       *f,
                                     gconstpointer  data)
{
  g_autoptr (RoundelMerge) merge = roundel_merge_new (f->mine, NULL, NULL);
  g_autoptr (GError) error = NULL;
  RoundelMergeResult result;
  gsize length;
  g_autofree char *bytes = read_file (f->path, &length);

  for (gsize half = ROUNDEL_SHARE_PAGE_SIZE; half < length; half += ROUNDEL_SHARE_PAGE_SIZE)
    {
      write_file (f->path, bytes, half);
      g_assert_false (roundel_merge_add_file (merge, f->path, &error));
      g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_CORRUPT);
      g_assert_nonnull (strstr (error->message, "a part of it is missing"));
      g_clear_error (&error);
    }
  write_file (f->path, bytes, length);
  roundel_merge_add_file (merge, f->path, &error);
  roundel_merge_apply (merge, ROUNDEL_MERGE_DEFAULT, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result.revisions, ==, 2);
  g_assert_cmpuint (result.unchanged, ==, 1);
}

static void
test_case_48_another_program_asks (Fixture       *f,
                                   gconstpointer  data)
{
  g_autoptr (RoundelNotebook) fresh = test_notebook_new (NOW, 4);
  g_autoptr (RoundelMerge) merge = roundel_merge_new (fresh, NULL, NULL);
  g_autoptr (GError) error = NULL;
  RoundelMergeResult result;

  g_assert_true (roundel_merge_add_file (merge, f->path, &error));
  g_assert_true (roundel_merge_preview (merge, ROUNDEL_MERGE_DEFAULT, &result, &error));
  g_assert_cmpuint (result.joined, ==, 1);
  g_assert_false (roundel_merge_apply (merge, ROUNDEL_MERGE_DEFAULT, &result, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_ANOTHER_PROGRAM);
  g_clear_error (&error);
  g_assert_cmpuint (test_count (fresh, f->program), ==, 0);
  g_assert_true (roundel_merge_apply (merge, ROUNDEL_MERGE_JOIN, &result, &error));
  g_assert_cmpuint (test_count (fresh, f->program), ==, 2);
}

static void
test_several_files_at_once (Fixture       *f,
                            gconstpointer  data)
{
  g_autofree char *wrong = g_build_filename (f->folder, "wrong.roundel", NULL);
  g_autofree char *later = g_build_filename (f->folder, "later.roundel", NULL);
  g_autofree char *x = test_put (f->theirs, f->program, f->member, "member", "", NULL, "{\"name\":\"Ada L.\"}");
  g_autoptr (RoundelMerge) merge = roundel_merge_new (f->mine, NULL, NULL);
  g_autoptr (GError) error = NULL;
  RoundelMergeResult result;

  test_export (f->theirs, f->program, ROUNDEL_AUDIENCE_MEMBERS, later);
  test_export (f->theirs, f->program, ROUNDEL_AUDIENCE_MEMBERS, wrong);
  test_sql (wrong, "UPDATE revision SET hlc = 1 WHERE body LIKE '%Ada L.%'");
  g_assert_true (roundel_merge_add_file (merge, f->path, &error));
  g_assert_false (roundel_merge_add_file (merge, wrong, &error));
  g_clear_error (&error);
  g_assert_true (roundel_merge_add_file (merge, later, &error));
  g_assert_true (roundel_merge_apply (merge, ROUNDEL_MERGE_DEFAULT, &result, &error));
  g_assert_cmpuint (result.revisions, ==, 3);
}

static void
test_cancelled (Fixture       *f,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (RoundelMerge) merge = roundel_merge_new (f->mine, cancellable, NULL);
  g_autofree char *other = g_build_filename (f->folder, "other.roundel", NULL);
  g_autoptr (GError) error = NULL;
  RoundelExported exported;

  g_cancellable_cancel (cancellable);
  g_assert_false (roundel_merge_add_file (merge, f->path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (roundel_export_to_file (f->mine, &(RoundelExport) { .program = f->program }, other, cancellable,
                                          &exported, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
}

#define ADD(name, func) g_test_add ("/share-file/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("sound-file-is-brought-in-as-previewed", test_sound_file);
  ADD ("case-01-truncated", test_case_1_truncated);
  ADD ("case-02-empty-or-text", test_case_2_empty_or_text);
  ADD ("case-03-wrong-application", test_case_3_wrong_application);
  ADD ("case-04-newer-major", test_case_4_newer_major);
  ADD ("case-05-newer-minor-is-kept-and-passed-on", test_case_5_newer_minor_is_kept_and_passed_on);
  ADD ("case-06-first-version-is-read", test_case_6_first_version_is_read);
  ADD ("cases-07-to-10-other-schema", test_cases_7_to_10_other_schema);
  ADD ("case-11-huge-values", test_case_11_huge_values);
  ADD ("case-12-altered-content", test_case_12_altered_content);
  ADD ("case-14-hot-journal-beside", test_case_14_hot_journal_beside);
  ADD ("case-15-log-header-or-notebook", test_case_15_log_header_or_notebook);
  ADD ("case-16-no-ordinary-file", test_case_16_no_ordinary_file);
  ADD ("case-17-wrong-text", test_case_17_wrong_text);
  ADD ("case-18-wrong-types", test_case_18_wrong_types);
  ADD ("case-19-a-million-parents-and-brackets", test_case_19_a_million_parents_and_brackets);
  ADD ("case-20-parents-of-other-records", test_case_20_parents_of_other_records);
  ADD ("case-21-missing-parents-heal", test_case_21_missing_parents_heal);
  ADD ("case-22-other-body-under-a-known-id", test_case_22_other_body_under_a_known_id);
  ADD ("case-23-odd-clocks", test_case_23_odd_clocks);
  ADD ("cases-28-and-47-the-same-file-twice", test_case_28_and_47_the_same_file_twice);
  ADD ("case-40-replaced-while-read", test_case_40_replaced_while_read);
  ADD ("case-41-half-copied-then-whole", test_case_41_half_copied_then_whole);
  ADD ("case-48-another-program-asks", test_case_48_another_program_asks);
  ADD ("several-files-at-once", test_several_files_at_once);
  ADD ("cancelled", test_cancelled);
  return g_test_run ();
}
