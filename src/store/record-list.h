/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/current.h"
#include "store/record.h"

G_BEGIN_DECLS

RoundelRecord *roundel_record_get            (RoundelDb           *db,
                                              const RoundelGroup  *group,
                                              GError             **error);
GPtrArray     *roundel_record_list           (RoundelDb           *db,
                                              const char          *program,
                                              GError             **error);
GPtrArray     *roundel_record_list_all       (RoundelDb           *db,
                                              const char          *program,
                                              GError             **error);
GPtrArray     *roundel_record_list_recent    (RoundelDb           *db,
                                              const char          *program,
                                              guint                most,
                                              GError             **error);
GPtrArray     *roundel_record_list_kind      (RoundelDb           *db,
                                              const char          *kind,
                                              GError             **error);
GPtrArray     *roundel_record_list_history   (RoundelDb           *db,
                                              const RoundelGroup  *group,
                                              GError             **error);
GPtrArray     *roundel_record_list_changes   (RoundelDb           *db,
                                              const char          *program,
                                              guint                most,
                                              GError             **error);
GPtrArray     *roundel_record_list_heads     (RoundelDb           *db,
                                              const RoundelGroup  *group,
                                              GError             **error);
GPtrArray     *roundel_record_list_versions  (RoundelDb           *db,
                                              const RoundelGroup  *group,
                                              GError             **error);
GPtrArray     *roundel_record_list_conflicts (RoundelDb           *db,
                                              const char          *program,
                                              GError             **error);

G_END_DECLS
