/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Members of an object that is being built. What says nothing (no text, zero, false, no element) is left out. */

void roundel_json_add_text  (JsonBuilder        *json,
                             const char         *member,
                             const char         *text);
void roundel_json_add_uint  (JsonBuilder        *json,
                             const char         *member,
                             guint               value);
void roundel_json_add_true  (JsonBuilder        *json,
                             const char         *member,
                             gboolean            value);
void roundel_json_add_texts (JsonBuilder        *json,
                             const char         *member,
                             char              **texts);
void roundel_json_add_word  (JsonBuilder        *json,
                             const char         *member,
                             const char         *words,
                             guint               index);

JsonBuilder *roundel_json_begin (void);
char        *roundel_json_end   (JsonBuilder *json);

G_END_DECLS
