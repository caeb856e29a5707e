/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/journal/journal.h"
#include "store/notebook.h"

G_BEGIN_DECLS

/**
 * RoundelRelease:
 * @id: of what the circle sees: a lesson or a commitment in the notebook
 * @from: id of the entry or the commitment in the journal
 * @program: id of the program
 * @text: (nullable): what the circle sees; %NULL when it was taken back
 */
typedef struct
{
  char *id;
  char *from;
  char *program;
  char *text;
} RoundelRelease;

void       roundel_release_free       (RoundelRelease   *self);
gboolean   roundel_release_lesson     (RoundelJournal   *journal,
                                       RoundelNotebook  *notebook,
                                       const char       *entry,
                                       const char       *program,
                                       const char       *text,
                                       char            **lesson,
                                       GError          **error);
gboolean   roundel_release_commitment (RoundelJournal   *journal,
                                       RoundelNotebook  *notebook,
                                       const char       *commitment,
                                       char            **shown,
                                       GError          **error);
gboolean   roundel_release_follow     (RoundelJournal   *journal,
                                       RoundelNotebook  *notebook,
                                       const char       *commitment,
                                       GError          **error);
gboolean   roundel_release_take_back  (RoundelJournal   *journal,
                                       RoundelNotebook  *notebook,
                                       const char       *id,
                                       GError          **error);
GPtrArray *roundel_release_list       (RoundelJournal   *journal,
                                       RoundelNotebook  *notebook,
                                       const char       *from,
                                       GError          **error);

G_END_DECLS
