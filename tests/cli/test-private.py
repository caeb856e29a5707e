#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is written for oneself alone stays in the journal; what is taken back goes from every copy that hears of it."""
import unittest

from share import ShareTest

MARK = 'marjoram-and-thyme'
LESSON = 'Ask what the other one heard'


class TestPrivate(ShareTest):
    def setUp(self):
        super().setUp()
        self.ada, self.ben = self.person('ada'), self.person('ben')
        self.program = self.ada.json('design', '--outcome', 'support', '--title', 'Conscious skills', '--topic', 'rest',
                                     '--start', '2027-01-14T15:00', '--zone', 'Europe/Oslo', '--people', '6')['program']

    def test_a_marker_in_200_entries_is_in_no_share_file_and_not_in_the_notebook(self):
        kinds = ['reflection', 'lesson', 'question', 'story']
        for number in range(200):
            of = ('--program', self.program) if number % 2 else ()
            self.ada.text('journal', 'add', '--kind', kinds[number % 4], *of, f'{MARK} {number}')
        self.ada.text('commitment', 'add', f'{MARK} as a promise', '--program', self.program)
        self.assertEqual(len(self.ada.json('journal', 'search', MARK)), 200)
        self.assertIn(MARK.encode(), self.ada.bytes('journal.db'))

        session = self.ada.json('program', self.program)['sessions'][0]['id']
        circle = self.ada.json('program', self.program)['circles'][0]['id']
        files = [self.ada.export(self.program, 'members'), self.ada.export(self.program, 'members', circle=circle),
                 self.ada.export(self.program, 'organisers'), self.ada.export(self.program, 'facilitator', session=session)]
        for content in [self.ada.bytes()] + [file.read_bytes() for file in files]:
            self.assertNotIn(MARK.encode(), content)
            self.assertNotIn(MARK.encode('utf-16-le'), content)

    def test_a_lesson_that_is_taken_back_is_gone_from_the_other_notebook(self):
        entry = self.ada.json('journal', 'add', '--kind', 'lesson', LESSON)['entry']
        lesson = self.ada.json('journal', 'release', entry, '--program', self.program)['lesson']
        self.ben.merge(self.ada.export(self.program, 'members'))
        self.assertIn(LESSON.encode(), self.ben.bytes())
        self.assertEqual([one['text'] for one in self.ben.json('program', self.program)['lessons']], [LESSON])

        self.ada.text('journal', 'takeback', lesson)
        self.assertNotIn(LESSON.encode(), self.ada.bytes())
        self.assertIn(LESSON.encode(), self.ada.bytes('journal.db'))
        old = self.ben.export(self.program)
        out = self.ben.json('merge', self.ada.export(self.program, 'members'))
        self.assertEqual((out['changed'], out['erased'], out['erased_by_others']), (0, 1, 0))
        self.assertNotIn(LESSON.encode(), self.ben.bytes())
        self.assertEqual(self.ben.json('program', self.program)['lessons'], [])
        # an older file does not bring it back
        self.assertEqual(self.ben.json('merge', old)['changed'], 0)
        self.assertEqual(self.ada.json('merge', old)['changed'], 0)
        for person in (self.ada, self.ben):
            self.assertNotIn(LESSON.encode(), person.bytes())
            self.assertNotIn(LESSON.encode(), person.export(self.program).read_bytes())


if __name__ == '__main__':
    unittest.main()
