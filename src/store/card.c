/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/card.h"

#include "content/json.h"
#include "content/patch.h"

/* A card says which member writes on a device. Its entity is that of the device, and only what the device itself wrote counts:
 * nobody gives a card for somebody else. Like all authorship it is a claim. */

/**
 * roundel_notebook_give_card:
 * @self: a notebook
 * @program: id of a program
 * @member: id of the member who writes in this notebook
 * @error: return location
 *
 * Says to the other members who writes here, so that their screens need not say “someone”.
 *
 * Returns: whether it is on the disk, or waits
 */
gboolean
roundel_notebook_give_card (RoundelNotebook  *self,
                            const char       *program,
                            const char       *member,
                            GError          **error)
{
  g_autofree char *body = NULL;
  RoundelRecord card = { .program = program, .kind = "card", .reg = "" };

  g_return_val_if_fail (ROUNDEL_IS_NOTEBOOK (self) && program != NULL && member != NULL, FALSE);

  body = roundel_patch_texts ("member", member, NULL);
  card.entity = roundel_notebook_get_device (self);
  card.body = body;
  return roundel_notebook_put (self, &card, NULL, error);
}

/**
 * roundel_cards_read:
 * @records: (element-type RoundelRecord): records of one program, of whatever kind
 *
 * Returns: (transfer full) (element-type utf8 utf8): which member writes on which device, by their ids
 */
GHashTable *
roundel_cards_read (const GPtrArray *records)
{
  GHashTable *cards = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < records->len; i++)
    {
      const RoundelRecord *record = records->pdata[i];
      g_autoptr (RoundelJson) json = NULL;
      char *member;

      if (!g_str_equal (record->kind, "card") || record->deleted || record->body == NULL
          || g_strcmp0 (record->device, record->entity) != 0)
        continue;
      json = roundel_json_new (record->body, -1, "card", NULL);
      member = json != NULL ? roundel_json_text (json, "member") : NULL;
      if (member != NULL)
        g_hash_table_insert (cards, g_strdup (record->device), member);
    }
  return cards;
}
