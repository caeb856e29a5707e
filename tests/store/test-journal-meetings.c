/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "journal-test.h"

#include "store/journal/copy.h"
#include "store/journal/partner-meeting.h"

static GPtrArray *
list (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *meetings = roundel_journal_list_partner_meetings (f->journal, &error);

  g_assert_no_error (error);
  return meetings;
}

static char *
put (Fixture               *f,
     RoundelPartnerMeeting *meeting,
     gint64                 at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (at);
  g_autoptr (GError) error = NULL;
  char *id = NULL;

  meeting->at = time;
  g_assert_true (roundel_journal_put_partner_meeting (f->journal, meeting, &id, &error));
  g_assert_no_error (error);
  meeting->at = NULL;
  return id;
}

static void
test_what_is_noted_is_read (Fixture       *f,
                            gconstpointer  data)
{
  g_autofree char *program = roundel_id_new (f->env);
  RoundelPartnerMeeting planned = { .program = program, .with = "Benoît" };
  RoundelPartnerMeeting held = { .with = "Benoît", .minutes = 30, .held = TRUE, .mine = "Ask first", .theirs = "Wait" };
  g_autofree char *first = put (f, &held, 1799900000);
  g_autofree char *second = put (f, &planned, 1800500000);
  g_autoptr (GPtrArray) meetings = list (f);
  const RoundelPartnerMeeting *next = meetings->pdata[0], *last = meetings->pdata[1];

  g_assert_cmpuint (meetings->len, ==, 2);
  g_assert_cmpstr (next->id, ==, second);
  g_assert_cmpstr (next->program, ==, program);
  g_assert_cmpuint (next->minutes, ==, ROUNDEL_PARTNER_MEETING_MINUTES);
  g_assert_false (next->held);
  g_assert_null (next->mine);
  g_assert_cmpstr (last->id, ==, first);
  g_assert_cmpstr (last->with, ==, "Benoît");
  g_assert_cmpuint (last->minutes, ==, 30);
  g_assert_true (last->held);
  g_assert_cmpstr (last->mine, ==, "Ask first");
  g_assert_cmpstr (last->theirs, ==, "Wait");
  g_assert_cmpint (g_date_time_to_unix (last->at), ==, 1799900000);
}

static void
test_the_one_that_begins_is_found (Fixture       *f,
                                   gconstpointer  data)
{
  RoundelPartnerMeeting planned = { .minutes = 40 }, held = { .held = TRUE };
  g_autofree char *late = put (f, &planned, 1800100000);
  g_autofree char *today = put (f, &planned, 1800500000);
  g_autofree char *before = put (f, &held, 1800490000);
  g_autoptr (GPtrArray) meetings = list (f);

  g_assert_cmpstr (roundel_partner_meetings_find_due (meetings, 1800503600)->id, ==, today);
  g_assert_cmpstr (roundel_partner_meetings_find_due (meetings, 1800100000)->id, ==, late);
  g_assert_null (roundel_partner_meetings_find_due (meetings, 1800300000));
  g_assert_null (roundel_partner_meetings_find_due (NULL, 1800300000));
}

static void
test_a_planned_one_is_held (Fixture       *f,
                            gconstpointer  data)
{
  RoundelPartnerMeeting meeting = { .with = "Benoît" };
  g_autofree char *id = put (f, &meeting, 1800500000);
  g_autofree char *same = NULL;
  g_autoptr (GPtrArray) meetings = NULL;

  meeting.id = id;
  meeting.held = TRUE;
  meeting.mine = "Ask first";
  same = put (f, &meeting, 1800500000);
  g_assert_cmpstr (same, ==, id);
  meetings = list (f);
  g_assert_cmpuint (meetings->len, ==, 1);
  g_assert_true (((RoundelPartnerMeeting *) meetings->pdata[0])->held);
  g_assert_cmpstr (((RoundelPartnerMeeting *) meetings->pdata[0])->mine, ==, "Ask first");
}

static void
test_a_deleted_one_comes_back (Fixture       *f,
                               gconstpointer  data)
{
  RoundelPartnerMeeting meeting = { .with = "Benoît" };
  g_autofree char *id = put (f, &meeting, 1800500000);
  g_autoptr (GPtrArray) meetings = NULL;

  g_assert_true (roundel_journal_delete_partner_meeting (f->journal, id, NULL));
  meetings = list (f);
  g_assert_cmpuint (meetings->len, ==, 0);
  g_assert_true (roundel_journal_undelete_partner_meeting (f->journal, id, NULL));
  g_clear_pointer (&meetings, g_ptr_array_unref);
  meetings = list (f);
  g_assert_cmpuint (meetings->len, ==, 1);
}

static void
test_it_is_in_the_copy (Fixture       *f,
                        gconstpointer  data)
{
  RoundelPartnerMeeting meeting = { .with = "Benoît", .mine = "Ask first" };
  g_autofree char *id = put (f, &meeting, 1800500000);
  g_autofree char *json = roundel_journal_write_json (f->journal, NULL);
  RoundelCopied copied;

  g_assert_nonnull (strstr (json, "Ask first"));
  g_assert_true (roundel_journal_read_json (f->journal, json, strlen (json), &copied, NULL));
  g_assert_cmpuint (copied.added, ==, 0);
  g_assert_cmpuint (copied.unchanged, ==, 1);
}

#define add(name, function) g_test_add ("/journal-meetings/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("what-is-noted-is-read", test_what_is_noted_is_read);
  add ("the-one-that-begins-is-found", test_the_one_that_begins_is_found);
  add ("a-planned-one-is-held", test_a_planned_one_is_held);
  add ("a-deleted-one-comes-back", test_a_deleted_one_comes_back);
  add ("it-is-in-the-copy", test_it_is_in_the_copy);
  return g_test_run ();
}
