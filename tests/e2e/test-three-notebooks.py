#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Three notebooks, through the screens: two people wrote the same thing, a lesson is taken back from both, a third opens all
files at once. How a person joins is in test-thread.py."""
import json
import re

from journey import ROOT, Journey, main

TOPIC = 'Difficult conversations about missed deadlines'
LESSON = 'Silence is a question too'
DAGNYS = 'Saying early what slips'
GRACES = 'Saying at once what slips'


class ThreeNotebooks(Journey):
    def begin(self):
        """Dagny's program, with a lesson that she released, and the file that she hands on."""
        def cli(*arguments):
            return self.dagny.cli('--clock', '1@2027-01-14T16:00:00Z', *arguments)

        program = cli('design', '--outcome', 'leadership-development', '--pattern', 'weekly-cycle', '--title', 'Conscious skills',
                      '--topic', TOPIC, '--start', '2027-01-14T14:00', '--zone', 'UTC',
                      '--members', ROOT / 'tests' / 'fixtures' / 'conscious-skills' / 'members.csv')['program']
        cli('journal', 'add', LESSON, '--kind', 'lesson', '--program', program)
        cli('journal', 'release', cli('journal', 'list')[0]['id'], '--program', program)
        path = self.folder / 'first.roundel'
        cli('export', program, '--for', 'members', '--to', path)
        return program, path

    def retitle(self, roundel, topic):
        roundel.keys('ctrl+1')
        roundel.press('Title and Topic')
        roundel.set('Topic of mutual concern', topic, role='text box')
        roundel.press('Save', role='button')
        roundel.sees(topic)

    def join_late(self, hiro, files):
        """Hiro opens all the files at once, in any order, and says who he is: what was taken back is not among what comes."""
        roundel = hiro.start(*files, clock='1@2027-01-16T18:00:00Z')
        roundel.sees('3 files')
        roundel.sees('of 1 program')
        for file in files:
            roundel.sees(re.compile(f'^{file.name}, from '))
        roundel.press('Who are you there?', role='combo box')
        roundel.sees('Hiro Tanaka')
        roundel.keys(*['Down'] * 8, 'Return')
        roundel.sees(re.compile('The others then read “Hiro Tanaka”'))
        roundel.click(roundel.sees('Tell the others', role='switch'))
        roundel.press('Join', role='button')
        roundel.sees(re.compile('^Came in: [0-9]+ new$'))
        roundel.sees(GRACES)
        roundel.sees_no(LESSON)
        roundel.quit()

    def test_two_texts_and_a_lesson_taken_back(self):
        self.dagny, grace, hiro = self.home('dagny'), self.home('grace'), self.home('hiro')
        program, first = self.begin()

        # Grace, who has joined, gives it another topic
        grace.cli('merge', '--join', first)
        roundel = grace.start(clock='1@2027-01-14T18:00:00Z')
        roundel.sees(LESSON)
        self.retitle(roundel, GRACES)
        second = roundel.share(self.folder / 'second.roundel')
        roundel.quit()

        # meanwhile Dagny changed the same words: the screen asks which hold
        roundel = self.dagny.start(clock='1@2027-01-15T08:00:00Z')
        self.retitle(roundel, DAGNYS)
        self.dagny.start_again(second)
        roundel.sees(re.compile('written twice at the same time'))
        roundel.sees('1 text is still to be decided.')
        roundel.sees(re.compile(DAGNYS))
        roundel.click(roundel.sees(re.compile(f'^Text of .*{GRACES}'), role='checkbox'))
        roundel.sees_no('1 text is still to be decided.')
        roundel.press('Bring In', role='button')
        roundel.sees(re.compile('Came in: '))
        roundel.sees(GRACES)

        # and takes the lesson back, also from Grace
        roundel.keys('ctrl+3')
        roundel.press(re.compile(f'^{LESSON}, '), role='list item')
        roundel.press('Take Back', role='button')
        roundel.sees('Take the lesson back?')
        roundel.keys('alt+t')
        roundel.sees_no(re.compile('Your circle can read this lesson'))
        roundel.keys('ctrl+1')
        third = roundel.share(self.folder / 'third.roundel')
        roundel.quit()
        self.assertNotIn(LESSON.encode(), third.read_bytes())
        self.assertIn(LESSON.encode(), (grace.folder / 'data' / 'roundel' / 'notebook.db').read_bytes())

        roundel = grace.start(third, clock='1@2027-01-15T18:00:00Z')
        roundel.sees(re.compile('^taken back by '))
        roundel.sees(re.compile('1 thing goes from here for good'))
        roundel.press('Bring In', role='button')
        roundel.sees(re.compile('Came in: '))
        roundel.sees_no(LESSON)
        roundel.quit()
        self.assertNotIn(LESSON.encode(), b''.join(
            path.read_bytes() for path in (grace.folder / 'data' / 'roundel').iterdir() if path.is_file() and path.name.startswith('notebook.db')))

        self.join_late(hiro, (third, first, second))
        me, = hiro.rows('notebook.db', "SELECT body FROM revision WHERE kind = 'card'")
        self.assertIn('member', json.loads(me[0]))
        everyone = (self.dagny, grace, hiro)
        self.assertEqual([home.cli('program', program)['topic'] for home in everyone], [GRACES] * 3)
        self.assertEqual(grace.cli('program', program), hiro.cli('program', program))
        theirs = [home.rows('notebook.db', """
            SELECT hex (id), body IS NULL FROM revision WHERE ring = 'members' AND kind <> 'card' ORDER BY id""") for home in everyone]
        self.assertEqual(theirs[1:], [theirs[0]] * 2)
        self.assertEqual([entry['text'] for entry in self.dagny.cli('journal', 'list')], [LESSON])


if __name__ == '__main__':
    main()
