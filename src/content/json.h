/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ROUNDEL_CONTENT_ERROR (roundel_content_error_quark ())

/**
 * RoundelContentError:
 * @ROUNDEL_CONTENT_ERROR_SYNTAX: no JSON, or more of it than is sensible
 * @ROUNDEL_CONTENT_ERROR_VALUE: something in it is not as expected; the message says where
 * @ROUNDEL_CONTENT_ERROR_NOT_FOUND: no content of that id
 */
typedef enum
{
  ROUNDEL_CONTENT_ERROR_SYNTAX,
  ROUNDEL_CONTENT_ERROR_VALUE,
  ROUNDEL_CONTENT_ERROR_NOT_FOUND,
} RoundelContentError;

GQuark roundel_content_error_quark (void);

/**
 * RoundelJson:
 *
 * Reads a JSON text step by step and remembers the first thing that was not as expected, with its place. After that
 * every call answers with a harmless value, so that a reader checks once, at the end.
 */
typedef struct _RoundelJson RoundelJson;

#define ROUNDEL_JSON_MAX_DEPTH 32

/**
 * RoundelJsonValue:
 * @key: the key of the outermost object
 * @item: in a list, which item of it
 * @sub: the keys below @key, with dots; empty for a value, or a list of values
 * @value: a text, number or truth as text
 *
 * One value of an object, and where it stands.
 */
typedef struct
{
  char *key;
  guint item;
  char *sub;
  char *value;
} RoundelJsonValue;

RoundelJson *roundel_json_new    (const char   *text,
                                  gssize        length,
                                  const char   *name,
                                  GError      **error);
void         roundel_json_pass_over (RoundelJson *self);
void         roundel_json_free   (RoundelJson  *self);
gboolean     roundel_json_finish (RoundelJson  *self,
                                  GError      **error);

gboolean roundel_json_enter         (RoundelJson *self,
                                     const char  *member);
gboolean roundel_json_enter_element (RoundelJson *self,
                                     guint        index);
void     roundel_json_leave         (RoundelJson *self);
guint    roundel_json_length        (RoundelJson *self);

gboolean   roundel_json_has         (RoundelJson *self,
                                     const char  *member);
gboolean   roundel_json_is_null     (RoundelJson *self,
                                     const char  *member);
char      *roundel_json_string      (RoundelJson *self,
                                     const char  *member);
char      *roundel_json_text        (RoundelJson *self,
                                     const char  *member);
char     **roundel_json_strings     (RoundelJson *self,
                                     const char  *member);
guint      roundel_json_uint        (RoundelJson *self,
                                     const char  *member,
                                     guint        min,
                                     guint        max,
                                     guint        fallback);
int        roundel_json_int         (RoundelJson *self,
                                     const char  *member,
                                     int          min,
                                     int          max);
guint      roundel_json_whole       (RoundelJson *self,
                                     guint        min,
                                     guint        max);
gboolean   roundel_json_bool        (RoundelJson *self,
                                     const char  *member);
int        roundel_json_choice      (RoundelJson *self,
                                     const char  *member,
                                     const char  *choices,
                                     int          fallback);
gboolean   roundel_json_range       (RoundelJson *self,
                                     const char  *member,
                                     double       max,
                                     double      *low,
                                     double      *high);
GPtrArray *roundel_json_list_values (RoundelJson *self);
void       roundel_json_expect_keys (RoundelJson *self,
                                     const char  *keys);
void       roundel_json_fail        (RoundelJson *self,
                                     const char  *member,
                                     const char  *format,
                                     ...) G_GNUC_PRINTF (3, 4);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelJson, roundel_json_free)

G_END_DECLS
