/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/offers.h"

static void
add (RoundelProgram *program,
     const char     *goals,
     const char     *helps)
{
  g_autofree char *id = g_strdup_printf ("m%u", program->members->len);
  RoundelMember *member = roundel_member_new (id, id);

  member->goals = goals != NULL ? g_strsplit (goals, ";", -1) : NULL;
  member->can_help_with = helps != NULL ? g_strsplit (helps, ";", -1) : NULL;
  g_ptr_array_add (program->members, member);
}

static void
assert_offer (const GArray *offers,
              guint         at,
              guint         helper,
              guint         asker,
              const char   *what)
{
  const RoundelOffer *offer = &g_array_index (offers, RoundelOffer, at);

  g_assert_cmpuint (offer->helper, ==, helper);
  g_assert_cmpuint (offer->asker, ==, asker);
  g_assert_cmpstr (offer->what, ==, what);
}

static void
test_offers_meet_asks (void)
{
  g_autoptr (RoundelProgram) program = roundel_program_new ("p");
  g_autoptr (GArray) offers = NULL;

  add (program, "Delegate more;speak up", NULL);
  add (program, NULL, "DELEGATE MORE ;chess");
  add (program, "delegate more", "delegate more");
  offers = roundel_program_list_offers (program);
  g_assert_cmpuint (offers->len, ==, 5);
  assert_offer (offers, 0, 1, 0, "Delegate more");
  assert_offer (offers, 1, 2, 0, "Delegate more");
  assert_offer (offers, 2, 1, 2, "delegate more");
  assert_offer (offers, 3, G_MAXUINT, 0, "speak up");
  assert_offer (offers, 4, 1, G_MAXUINT, "chess");
}

static void
test_nobody_helps_themselves (void)
{
  g_autoptr (RoundelProgram) program = roundel_program_new ("p");
  g_autoptr (GArray) offers = NULL;

  add (program, "chess", "chess");
  offers = roundel_program_list_offers (program);
  g_assert_cmpuint (offers->len, ==, 2);
  assert_offer (offers, 0, G_MAXUINT, 0, "chess");
  assert_offer (offers, 1, 0, G_MAXUINT, "chess");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/offers/offers-meet-asks", test_offers_meet_asks);
  g_test_add_func ("/offers/nobody-helps-themselves", test_nobody_helps_themselves);
  return g_test_run ();
}
