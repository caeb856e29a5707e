/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/round-text.h"

#include <glib/gi18n-lib.h>

#include "core/error.h"

#define MOST_ROUNDS 1000

static void
put_number (GVariantBuilder *dict,
            const char      *key,
            guint            number,
            guint            usual)
{
  if (number != usual)
    g_variant_builder_add (dict, "{sv}", key, g_variant_new_uint32 (number));
}

static void
put_yes (GVariantBuilder *dict,
         const char      *key,
         gboolean         yes)
{
  if (yes)
    g_variant_builder_add (dict, "{sv}", key, g_variant_new_boolean (TRUE));
}

static GVariant *
groups_to_variant (GPtrArray *groups)
{
  GVariantBuilder all;

  g_variant_builder_init (&all, G_VARIANT_TYPE ("aa(uss)"));
  for (guint i = 0; i < groups->len; i++)
    {
      GArray *group = groups->pdata[i];

      g_variant_builder_open (&all, G_VARIANT_TYPE ("a(uss)"));
      for (guint j = 0; j < group->len; j++)
        {
          const RoundelSeat *seat = &g_array_index (group, RoundelSeat, j);

          g_variant_builder_add (&all, "(uss)", seat->member, seat->role ? seat->role : "",
                                 seat->also ? seat->also : "");
        }
      g_variant_builder_close (&all);
    }
  return g_variant_builder_end (&all);
}

static GVariant *
round_to_variant (const RoundelRound *round)
{
  GVariantBuilder dict;

  g_variant_builder_init (&dict, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&dict, "{sv}", "title", g_variant_new_string (round->title ? round->title : ""));
  if (round->say != NULL)
    g_variant_builder_add (&dict, "{sv}", "say", g_variant_new_string (round->say));
  if (round->spare != NULL)
    g_variant_builder_add (&dict, "{sv}", "spare", g_variant_new_string (round->spare));
  g_variant_builder_add (&dict, "{sv}", "seconds", g_variant_new_uint32 (round->seconds));
  put_number (&dict, "least", round->least, round->seconds);
  put_number (&dict, "kind", round->kind, ROUNDEL_ROUND_STEP);
  put_number (&dict, "part", round->part, 0);
  put_number (&dict, "turn", round->turn, 0);
  put_number (&dict, "turns", round->turns, 0);
  put_number (&dict, "slot", round->slot, 0);
  put_number (&dict, "gather", round->gather, ROUNDEL_GATHER_ROOM);
  put_yes (&dict, "optional", round->optional);
  put_yes (&dict, "case", round->is_case);
  put_yes (&dict, "open", round->open);
  if (round->groups->len > 0)
    g_variant_builder_add (&dict, "{sv}", "groups", groups_to_variant (round->groups));
  if (round->speakers->len > 0)
    g_variant_builder_add (&dict, "{sv}", "speakers",
                           g_variant_new_fixed_array (G_VARIANT_TYPE_UINT32, round->speakers->data,
                                                      round->speakers->len, sizeof (guint32)));
  return g_variant_builder_end (&dict);
}

static guint
get_number (GVariantDict *dict,
            const char   *key,
            guint         usual)
{
  guint32 number = usual;

  g_variant_dict_lookup (dict, key, "u", &number);
  return number;
}

static gboolean
get_yes (GVariantDict *dict,
         const char   *key)
{
  gboolean yes = FALSE;

  g_variant_dict_lookup (dict, key, "b", &yes);
  return yes;
}

static const char *
role_or_null (const char *role)
{
  return *role != '\0' ? g_intern_string (role) : NULL;
}

static void
groups_from_variant (GVariant  *value,
                     GPtrArray *groups)
{
  GVariantIter iter, *seats;

  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, "a(uss)", &seats))
    {
      GArray *group = g_array_new (FALSE, FALSE, sizeof (RoundelSeat));
      const char *role, *also;
      guint32 member;

      while (g_variant_iter_next (seats, "(u&s&s)", &member, &role, &also))
        {
          RoundelSeat seat = { member, role_or_null (role), role_or_null (also) };

          g_array_append_val (group, seat);
        }
      g_ptr_array_add (groups, group);
      g_variant_iter_free (seats);
    }
}

static RoundelRound *
round_from_variant (GVariant *value)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (value);
  g_autoptr (GVariant) groups = g_variant_dict_lookup_value (&dict, "groups", G_VARIANT_TYPE ("aa(uss)"));
  g_autoptr (GVariant) speakers = g_variant_dict_lookup_value (&dict, "speakers", G_VARIANT_TYPE ("au"));
  const char *title = "";
  RoundelRound *round;

  g_variant_dict_lookup (&dict, "title", "&s", &title);
  round = roundel_round_new (get_number (&dict, "kind", ROUNDEL_ROUND_STEP), title, get_number (&dict, "seconds", 0));
  g_variant_dict_lookup (&dict, "say", "s", &round->say);
  g_variant_dict_lookup (&dict, "spare", "s", &round->spare);
  round->least = get_number (&dict, "least", round->seconds);
  round->part = get_number (&dict, "part", 0);
  round->turn = get_number (&dict, "turn", 0);
  round->turns = get_number (&dict, "turns", 0);
  round->slot = get_number (&dict, "slot", 0);
  round->gather = get_number (&dict, "gather", ROUNDEL_GATHER_ROOM);
  round->optional = get_yes (&dict, "optional");
  round->is_case = get_yes (&dict, "case");
  round->open = get_yes (&dict, "open");
  if (groups != NULL)
    groups_from_variant (groups, round->groups);
  if (speakers != NULL)
    {
      gsize count;
      gconstpointer members = g_variant_get_fixed_array (speakers, &count, sizeof (guint32));

      g_array_append_vals (round->speakers, members, count);
    }
  return round;
}

/**
 * roundel_rounds_copy:
 * @rounds: (element-type RoundelRound): rounds
 *
 * Returns: (transfer full) (element-type RoundelRound): a copy that shares nothing with @rounds
 */
GPtrArray *
roundel_rounds_copy (GPtrArray *rounds)
{
  GPtrArray *copy = g_ptr_array_new_full (rounds->len, (GDestroyNotify) roundel_round_free);

  for (guint i = 0; i < rounds->len; i++)
    g_ptr_array_add (copy, roundel_round_copy (rounds->pdata[i]));
  return copy;
}

/**
 * roundel_rounds_are_sound:
 * @rounds: (element-type RoundelRound): rounds
 *
 * Returns: whether all of them have values that can be meant
 */
gboolean
roundel_rounds_are_sound (GPtrArray *rounds)
{
  for (guint i = 0; i < rounds->len; i++)
    {
      const RoundelRound *round = rounds->pdata[i];

      if (round->seconds > ROUNDEL_ROUND_LONGEST || round->least > round->seconds ||
          (guint) round->kind > ROUNDEL_ROUND_IN_HAND || (guint) round->gather > ROUNDEL_GATHER_ROOM)
        return FALSE;
    }
  return rounds->len <= MOST_ROUNDS;
}

/**
 * roundel_rounds_to_text:
 * @rounds: (element-type RoundelRound): rounds
 *
 * A running session keeps its plan by value, so that it goes on after a crash whatever became of the program.
 *
 * Returns: (transfer full): one word: a GVariant in base64, whose text form would take nonsense for good
 */
char *
roundel_rounds_to_text (GPtrArray *rounds)
{
  g_autoptr (GVariant) all = NULL;
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < rounds->len; i++)
    g_variant_builder_add_value (&builder, round_to_variant (rounds->pdata[i]));
  all = g_variant_ref_sink (g_variant_builder_end (&builder));
  return g_base64_encode (g_variant_get_data (all), g_variant_get_size (all));
}

/**
 * roundel_rounds_from_text:
 * @text: what roundel_rounds_to_text() wrote
 * @error: return location; %ROUNDEL_CORE_ERROR_NONSENSE
 *
 * Returns: (transfer full) (element-type RoundelRound): the rounds, or %NULL if @text is anything else
 */
GPtrArray *
roundel_rounds_from_text (const char  *text,
                          GError     **error)
{
  gsize size;
  guchar *data = g_base64_decode (text, &size);
  g_autoptr (GBytes) bytes = g_bytes_new_take (data, size);
  g_autoptr (GVariant) all = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE ("aa{sv}"), bytes, FALSE));
  g_autoptr (GPtrArray) rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_round_free);
  gboolean sound = g_variant_is_normal_form (all);
  gsize count = sound ? g_variant_n_children (all) : 0;

  for (gsize i = 0; i < MIN (count, MOST_ROUNDS + 1); i++)
    {
      g_autoptr (GVariant) value = g_variant_get_child_value (all, i);

      g_ptr_array_add (rounds, round_from_variant (value));
    }
  if (sound && roundel_rounds_are_sound (rounds))
    {
      g_autofree char *again = roundel_rounds_to_text (rounds);

      /* only what would be written again letter by letter */
      if (strcmp (text, again) == 0)
        return g_steal_pointer (&rounds);
    }
  g_set_error_literal (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_NONSENSE,
                       _("The stored plan of the session cannot be read."));
  return NULL;
}
