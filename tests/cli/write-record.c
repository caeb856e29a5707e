/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A hand in the notebook, for what the command line has no word for:
 *   write-record NOTEBOOK put PROGRAM ENTITY KIND REGISTER CIRCLE BODY
 *   write-record NOTEBOOK delete PROGRAM ENTITY
 *   write-record NOTEBOOK erase PROGRAM ENTITY
 *   write-record NOTEBOOK list PROGRAM          every register, deleted or not, as a line
 *   write-record NOTEBOOK device PROGRAM        who writes there
 * CIRCLE may be empty. The clock is that of the variable ROUNDEL_CLOCK. */

#include "store/notebook.h"
#include "store/record-list.h"

static gboolean
list (RoundelNotebook  *notebook,
      const char       *program,
      GError          **error)
{
  g_autoptr (GPtrArray) records = roundel_record_list_all (roundel_records_get_db (roundel_notebook_get_records (notebook)),
                                                           program, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const RoundelRecord *record = records->pdata[i];

      g_print ("%s %s %s %s %s %u %u %s %s\n", record->kind, record->entity, record->reg, record->ring, record->revision,
               record->heads, record->versions, record->deleted ? "deleted" : "live",
               record->body != NULL ? record->body : "erased");
    }
  return records != NULL;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelEnv) env = roundel_env_new_for_clock (g_getenv ("ROUNDEL_CLOCK"), &error);
  g_autoptr (RoundelNotebook) notebook = NULL;
  const char *verb = argc > 3 ? argv[2] : "";
  gboolean done = FALSE;

  if (env != NULL && argc > 3)
    notebook = roundel_notebook_open (argv[1], env, 5000, &error);
  if (notebook != NULL && g_str_equal (verb, "put") && argc == 9)
    done = roundel_notebook_put (notebook, &(RoundelRecord) { .program = argv[3], .entity = argv[4], .kind = argv[5],
                                                              .reg = argv[6], .body = argv[8],
                                                              .circle = *argv[7] != '\0' ? argv[7] : NULL }, NULL, &error);
  if (notebook != NULL && g_str_equal (verb, "delete") && argc == 5)
    {
      g_auto (GStrv) deleted = roundel_notebook_delete (notebook, argv[3], (const char * const []) { argv[4], NULL }, &error);

      done = deleted != NULL;
    }
  if (notebook != NULL && g_str_equal (verb, "erase") && argc == 5)
    done = roundel_notebook_erase (notebook, argv[3], argv[4], &error);
  if (notebook != NULL && g_str_equal (verb, "list") && argc == 4)
    done = list (notebook, argv[3], &error);
  if (notebook != NULL && g_str_equal (verb, "device") && argc == 4)
    {
      g_print ("%s\n", roundel_notebook_get_device (notebook));
      done = TRUE;
    }
  if (done)
    return 0;
  g_printerr ("write-record: %s\n", error != NULL ? error->message : "wrong usage");
  return 1;
}
