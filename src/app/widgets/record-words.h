/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/program.h"
#include "store/record.h"

G_BEGIN_DECLS

const char *roundel_words_kind      (const char           *kind,
                                     const char           *reg);
const char *roundel_words_kinds     (const char           *kind);
char       *roundel_words_title     (const RoundelRecord  *record,
                                     const RoundelProgram *program);
char       *roundel_words_text      (const char           *body,
                                     const char           *key);
const char *roundel_words_label     (const char           *key);
char       *roundel_words_all       (const char           *body,
                                     const RoundelProgram *program);
char       *roundel_words_without   (const char           *lines,
                                     const char           *others);
char       *roundel_words_who       (const char           *device,
                                     const char           *own,
                                     GHashTable           *cards,
                                     const RoundelProgram *program);
char       *roundel_words_when      (gint64                time);
char      **roundel_words_differing (const GPtrArray      *versions);
char       *roundel_words_version   (const char           *body,
                                     const char * const   *keys,
                                     const RoundelProgram *program);
char       *roundel_words_patch     (const char           *key,
                                     const char           *text);

G_END_DECLS
