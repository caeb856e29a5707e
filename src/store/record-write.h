/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/records.h"

G_BEGIN_DECLS

gboolean roundel_record_put      (RoundelRecords       *self,
                                  const RoundelRecord  *record,
                                  char                **revision,
                                  GError              **error);
gboolean roundel_record_resolve  (RoundelRecords       *self,
                                  const RoundelRecord  *record,
                                  char                **revision,
                                  GError              **error);
char   **roundel_record_delete   (RoundelRecords       *self,
                                  const char           *program,
                                  const char * const   *entities,
                                  GError              **error);
gboolean roundel_record_undelete (RoundelRecords       *self,
                                  const char           *program,
                                  const char * const   *entities,
                                  GError              **error);
gboolean roundel_record_set_deleted (RoundelRecords    *self,
                                  const RoundelRecord  *record,
                                  gboolean              deleted,
                                  GError              **error);
gboolean roundel_record_erase    (RoundelRecords       *self,
                                  const char           *program,
                                  const char           *entity,
                                  GError              **error);

G_END_DECLS
