#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import unittest

from cli import CliTest

TROIKA = ('rehearse', '--format', 'troika', '--people', '6')


class Rehearse(CliTest):
    def rehearse(self, *events):
        path = self.write('events.jsonl', ''.join(json.dumps(event) + '\n' for event in events))
        return self.json(*TROIKA, '--events', path)

    def bad(self, *lines):
        return self.refused(1, *TROIKA, '--events', self.write('events.jsonl', '\n'.join(lines)))

    def test_without_events_it_takes_as_long_as_planned(self):
        done = self.json(*TROIKA)
        agenda = self.json('agenda', *TROIKA[1:])
        self.assertEqual(done['planned'], agenda['seconds'])
        self.assertEqual(done['actual'], agenda['seconds'])
        at = 0
        for index, (was, planned) in enumerate(zip(done['transitions'], agenda['rounds'])):
            self.assertEqual(was, {'at': at, 'round': index, 'title': planned['title'], 'state': 'running'})
            at += planned['seconds']
        self.assertEqual(done['transitions'][-1]['state'], 'finished')
        self.assertEqual(len(done['transitions']), len(agenda['rounds']) + 1)

    def test_a_pause_of_120_s_and_60_s_added_end_180_s_later(self):
        done = self.rehearse({'at': 90, 'do': 'pause'}, {'at': 210, 'do': 'resume'}, {'at': 400, 'do': 'add', 'seconds': 60})
        self.assertEqual(done['actual'], done['planned'] + 180)
        states = [(t['at'], t['state']) for t in done['transitions'] if t['state'] != 'running']
        self.assertEqual(states, [(90, 'paused'), (done['actual'], 'finished')])
        self.assertIn((210, 'running'), [(t['at'], t['state']) for t in done['transitions']])

    def test_next_gives_time_back_and_back_takes_it_again(self):
        done = self.rehearse({'at': 20, 'do': 'next'})
        self.assertEqual(done['actual'], done['planned'] - 40)
        done = self.rehearse({'at': 20, 'do': 'next'}, {'at': 30, 'do': 'back'})
        self.assertEqual(done['actual'], done['planned'])

    def test_time_can_be_taken_away(self):
        done = self.rehearse({'at': 0, 'do': 'add', 'seconds': -30})
        self.assertEqual(done['actual'], done['planned'] - 30)

    def test_empty_lines_are_nothing(self):
        path = self.write('events.jsonl', '\n{"at": 5, "do": "next"}\r\n\n')
        self.assertEqual(self.json(*TROIKA, '--events', path)['transitions'][1]['at'], 5)

    def test_a_bad_line_is_named_with_what_was_expected(self):
        good = '{"at": 60, "do": "pause"}'
        line = self.bad(good, '{"at": 61, "do": "paus"}')
        self.assertIn('line 2', line)
        self.assertIn('“paus”', line)
        self.assertIn('resume', line)
        self.assertIn('line 1: at', self.bad('{"do": "next"}'))
        self.assertIn('line 1: seconds', self.bad('{"at": 1, "do": "add"}'))
        self.assertIn('line 1: seconds', self.bad('{"at": 1, "do": "next", "seconds": 60}'))
        self.assertIn('line 1: after', self.bad('{"at": 1, "do": "next", "after": 60}'))
        self.assertIn('line 2: at: expected no less than 60', self.bad(good, '{"at": 59, "do": "resume"}'))
        self.assertIn('line 3', self.bad(good, '', 'resume'))

    def test_what_cannot_happen_then_is_refused(self):
        self.assertIn('not paused', self.bad('{"at": 60, "do": "resume"}'))
        self.assertIn('60', self.bad('{"at": 60, "do": "pause"}'))
        self.assertIn('over', self.bad('{"at": 86400, "do": "next"}'))

    def test_a_file_that_is_not_there_is_named(self):
        self.assertIn('nowhere.jsonl', self.refused(1, *TROIKA, '--events', 'nowhere.jsonl'))

    def test_the_text_has_clock_times_and_says_how_it_ended(self):
        path = self.write('events.jsonl', '{"at": 60, "do": "pause"}\n{"at": 240, "do": "resume"}\n')
        text = self.text(*TROIKA, '--begin', '14:00', '--events', path)
        self.assertIn('14:01:00     1:00  — paused —', text)
        self.assertIn('14:00:00     0:00  Think of your question', text)
        self.assertIn('Planned 30 min, took 33 min with all pauses: 3 min longer.', text)
        self.assertIn('that is how long it took', self.text(*TROIKA))


if __name__ == '__main__':
    unittest.main()
