/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "content/plan-json.h"

#define MOST_SECONDS (24 * 60 * 60)
#define MOST_EDITIONS 1000000
#define MOST_DAYS 366

/**
 * roundel_outline_read_json:
 * @self: (element-type RoundelOutlinePart): gets the parts
 * @json: at an object that may have `parts`
 */
void
roundel_outline_read_json (GPtrArray   *self,
                           RoundelJson *json)
{
  if (!roundel_json_enter (json, "parts"))
    return;
  for (guint i = 0, n = roundel_json_length (json); i < n && roundel_json_enter_element (json, i); i++)
    {
      RoundelOutlinePart *part = roundel_outline_part_new (NULL, NULL, 0, roundel_json_bool (json, "optional"));

      part->format = roundel_json_string (json, "format");
      part->edition = roundel_json_uint (json, "edition", 0, MOST_EDITIONS, 0);
      part->title = roundel_json_text (json, "title");
      part->seconds = roundel_json_bool (json, "rest") ? ROUNDEL_PLAN_REST
                                                       : roundel_json_uint (json, "seconds", 0, MOST_SECONDS, 0);
      part->begins = roundel_json_uint (json, "begins", 0, MOST_SECONDS, 0);
      g_ptr_array_add (self, part);
      roundel_json_leave (json);
    }
  roundel_json_leave (json);
}

/**
 * roundel_outline_add_json:
 * @self: (element-type RoundelOutlinePart): the parts
 * @json: an object, which gets `parts`
 */
void
roundel_outline_add_json (const GPtrArray *self,
                          JsonBuilder     *json)
{
  json_builder_set_member_name (json, "parts");
  json_builder_begin_array (json);
  for (guint i = 0; i < self->len; i++)
    {
      const RoundelOutlinePart *part = self->pdata[i];

      json_builder_begin_object (json);
      roundel_json_add_text (json, "format", part->format);
      roundel_json_add_uint (json, "edition", part->edition);
      roundel_json_add_text (json, "title", part->title);
      if (part->seconds == ROUNDEL_PLAN_REST)
        roundel_json_add_true (json, "rest", TRUE);
      else
        roundel_json_add_uint (json, "seconds", part->seconds);
      roundel_json_add_uint (json, "begins", part->begins);
      roundel_json_add_true (json, "optional", part->optional);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

/**
 * roundel_between_list_read_json:
 * @self: (element-type RoundelBetween): gets them
 * @json: at an object that may have `between`
 */
void
roundel_between_list_read_json (GPtrArray   *self,
                                RoundelJson *json)
{
  if (!roundel_json_enter (json, "between"))
    return;
  for (guint i = 0, n = roundel_json_length (json); i < n && roundel_json_enter_element (json, i); i++)
    {
      g_autofree char *text = roundel_json_text (json, "text");

      if (text != NULL)
        g_ptr_array_add (self, roundel_between_new (roundel_json_choice (json, "kind", ROUNDEL_BETWEEN_WORDS,
                                                                         ROUNDEL_BETWEEN_PROMPT), text,
                                                    roundel_json_uint (json, "before", 0, MOST_DAYS, 0)));
      roundel_json_leave (json);
    }
  roundel_json_leave (json);
}

/**
 * roundel_between_list_add_json:
 * @self: (element-type RoundelBetween): what is done before a session
 * @json: an object, which gets `between`
 */
void
roundel_between_list_add_json (const GPtrArray *self,
                               JsonBuilder     *json)
{
  json_builder_set_member_name (json, "between");
  json_builder_begin_array (json);
  for (guint i = 0; i < self->len; i++)
    {
      const RoundelBetween *between = self->pdata[i];

      json_builder_begin_object (json);
      roundel_json_add_word (json, "kind", ROUNDEL_BETWEEN_WORDS, between->kind);
      roundel_json_add_text (json, "text", between->text);
      roundel_json_add_uint (json, "before", between->before);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}
