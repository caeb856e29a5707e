/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "helper.h"

#include "store/card.h"

static void
test_a_card_says_who_writes_here (void)
{
  g_autoptr (RoundelNotebook) ada = test_notebook_new (NOW, 1);
  g_autoptr (RoundelNotebook) ben = test_notebook_new (NOW, 2);
  g_autofree char *program = test_id_new (ada);
  g_autofree char *member = test_id_new (ada);
  g_autofree char *x = test_put (ada, program, program, "program", "", NULL, "{\"title\":\"Skills\"}");
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GHashTable) cards = NULL;
  g_autoptr (GError) error = NULL;

  roundel_notebook_give_card (ada, program, member, &error);
  g_assert_no_error (error);
  test_bring (ada, ben, program);
  records = roundel_notebook_list (ben, program, NULL);
  cards = roundel_cards_read (records);
  g_assert_cmpuint (g_hash_table_size (cards), ==, 1);
  g_assert_cmpstr (g_hash_table_lookup (cards, roundel_notebook_get_device (ada)), ==, member);
}

static void
test_nobody_gives_a_card_for_somebody_else (void)
{
  g_autoptr (RoundelNotebook) ada = test_notebook_new (NOW, 1);
  g_autofree char *program = test_id_new (ada);
  g_autofree char *another = test_id_new (ada);
  g_autofree char *body = g_strdup_printf ("{\"member\":\"%s\"}", another);
  g_autofree char *x = test_put (ada, program, program, "program", "", NULL, "{\"title\":\"Skills\"}");
  g_autofree char *y = test_put (ada, program, another, "card", "", NULL, body);
  g_autoptr (GPtrArray) records = roundel_notebook_list (ada, program, NULL);
  g_autoptr (GHashTable) cards = roundel_cards_read (records);

  g_assert_cmpuint (records->len, ==, 2);
  g_assert_cmpuint (g_hash_table_size (cards), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/card/a-card-says-who-writes-here", test_a_card_says_who_writes_here);
  g_test_add_func ("/card/nobody-gives-a-card-for-somebody-else", test_nobody_gives_a_card_for_somebody_else);
  return g_test_run ();
}
