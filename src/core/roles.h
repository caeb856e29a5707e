/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RoundelRoles:
 *
 * Who has had which role, how often and when: roles rotate and are remembered across sessions, facilitator included
 * (R2).
 */
typedef struct _RoundelRoles RoundelRoles;

RoundelRoles *roundel_roles_new    (guint               n_members);
RoundelRoles *roundel_roles_pick   (const RoundelRoles *self,
                                    const GArray       *who);
void          roundel_roles_free   (RoundelRoles       *self);
void          roundel_roles_add    (RoundelRoles       *self,
                                    const char         *role,
                                    guint               member,
                                    guint               session);
guint         roundel_roles_count  (const RoundelRoles *self,
                                    const char         *role,
                                    guint               member);
GArray       *roundel_roles_order  (const RoundelRoles *self,
                                    const char         *role,
                                    const GArray       *who);
GArray       *roundel_roles_assign (const RoundelRoles *self,
                                    const char * const *roles,
                                    const GArray       *group);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelRoles, roundel_roles_free)

G_END_DECLS
