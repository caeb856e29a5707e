#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
import unittest
from datetime import datetime, timedelta

from cli import CliTest


class Agenda(CliTest):
    def check_times(self, agenda):
        """The rounds follow each other without a gap and sum to the whole."""
        at = datetime.fromisoformat(agenda['begin'])
        for item in agenda['rounds']:
            self.assertEqual(datetime.fromisoformat(item['starts']), at, item['title'])
            at += timedelta(seconds=item['seconds'])
        self.assertEqual(datetime.fromisoformat(agenda['end']), at)
        self.assertEqual(sum(item['seconds'] for item in agenda['rounds']), agenda['seconds'])

    def test_in_troika_for_seven_everyone_is_client_once_for_equal_time(self):
        agenda = self.json('agenda', '--format', 'troika', '--people', '7')
        self.check_times(agenda)
        self.assertEqual({turn['cases'] for turn in agenda['turns'].values()}, {1})
        self.assertEqual(len({turn['slot_seconds'] for turn in agenda['turns'].values()}), 1)
        self.assertEqual(sorted(agenda['turns']), list('1234567'))
        for item in agenda['rounds']:
            for group in item['groups']:
                self.assertGreaterEqual(len(group), 3)

    def test_every_format_with_minutes_gives_an_agenda(self):
        for form in self.json('formats'):
            if form['minutes'][1] == 0:
                continue
            people = max(form['people_min'], 6)
            with self.subTest(form['id']):
                agenda = self.json('agenda', '--format', form['id'], '--people', str(people))
                self.check_times(agenda)
                self.assertTrue(self.text('agenda', '--format', form['id'], '--people', str(people)))

    def test_without_begin_it_begins_in_the_present_minute(self):
        agenda = self.json('agenda', '--format', 'troika', '--people', '6')
        self.assertEqual(agenda['begin'], '2027-01-14T14:00:00+00:00')

    def test_with_an_end_it_fits(self):
        agenda = self.json('agenda', '--format', 'troika', '--people', '6', '--begin', '23:50', '--end', '00:20')
        self.check_times(agenda)
        self.assertLessEqual(agenda['end'], '2027-01-15T00:20:00+00:00')
        self.assertEqual(agenda['begin'], '2027-01-14T23:50:00+00:00')

    def test_the_text_says_who_has_no_turn_and_what_they_do(self):
        text = self.text('agenda', '--format', 'troika', '--people', '7')
        self.assertIn('Troika Consulting, 7 people, 39 min: 14:00–14:39', text)
        self.assertIn('Turn 1 of 4: Member 1, Member 4', text)
        self.assertIn('client: Member 1 · consultant: Member 2, Member 3', text)
        self.assertIn('Member 1, Member 2, Member 3 (no turn)', text)
        self.assertIn('go back to the turn that left most open', text)

    def test_a_time_that_is_none_is_named(self):
        self.assertIn('25:00', self.refused(2, 'agenda', '--format', 'troika', '--people', '6', '--begin', '25:00'))
        self.assertIn('noon', self.refused(2, 'agenda', '--format', 'troika', '--people', '6', '--end', 'noon'))

    def test_what_is_missing_is_wrong_usage(self):
        self.assertIn('--people', self.refused(2, 'agenda', '--format', 'troika'))
        self.assertIn('--format', self.refused(2, 'agenda', '--people', '6'))
        self.assertIn('--people', self.refused(2, 'agenda', '--format', 'troika', '--people', '0'))

    def test_what_cannot_be_is_refused_by_name(self):
        self.assertIn('nix', self.refused(1, 'agenda', '--format', 'nix', '--people', '6'))
        self.assertIn('3', self.refused(1, 'agenda', '--format', 'troika', '--people', '2'))


if __name__ == '__main__':
    unittest.main()
