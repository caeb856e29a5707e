#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The thread, through the screens alone: a program is planned, its first session held, a lesson released and handed on, and
another person joins. What then goes to and fro is in test-three-notebooks.py."""
import json
import pathlib
import re

from journey import Journey, main

CSV = pathlib.Path(__file__).resolve().parents[1] / 'fixtures' / 'conscious-skills' / 'members.csv'
TOPIC = 'Difficult conversations about missed deadlines'
LESSON = 'Silence is a question too'
PROMISE = 'Ask the same day'


class Thread(Journey):
    def plan(self):
        """The wizard, page by page, with the people from a file."""
        roundel = self.dagny.start(clock='1@2026-12-17T14:00:00Z')
        roundel.press('Plan a program', role='list item')
        roundel.press('Should each member gain vision and influence?', role='button')
        roundel.press('Next', role='button')
        roundel.sees('When will they meet?')
        roundel.press('Pattern', role='combo box')
        roundel.sees('Weekly cycle')
        roundel.keys('End', 'Return')
        roundel.sees(re.compile('The last one is on 4 February 2027'))
        roundel.press('Next', role='button')
        roundel.sees('Who will learn together?')
        roundel.press('Open CSV…', role='button')
        roundel.choose_file(CSV)
        roundel.press('Bring In 9 People', role='button')
        roundel.sees('9 people came in from members.csv')
        roundel.press('Next', role='button')
        roundel.set('Title of the program', 'Conscious skills')
        roundel.set('Topic of mutual concern', TOPIC)
        roundel.press('Next', role='button')
        roundel.sees('What should be different afterwards?')
        roundel.press('Next', role='button')
        roundel.sees('How will each session be spent?')
        roundel.press('Next', role='button')
        roundel.press('Make the Program', role='button')
        roundel.sees('Starts 14 January')
        roundel.quit()

    def hold(self, roundel):
        """The first session, with seven of nine."""
        roundel.keys('ctrl+2')
        roundel.press(re.compile(', Session 1 · '), role='list item')
        roundel.sees('Start Session', role='button')
        for letter in 'abcdefg':    # Amara to Grace; Hiro and Ingrid are not here
            roundel.keys(letter)
        roundel.sees(re.compile('^7 of 9'))
        roundel.does('run.start')
        roundel.sees('Pause', role='button')
        for _ in range(30):
            if roundel.find('The session is over'):
                break
            roundel.keys(*['Right'] * 4)    # looking takes longer than pressing
        roundel.sees(re.compile('7 of 9 were here'))
        roundel.press('Done', role='button')
        roundel.sees_no('The session is over')

    def keep(self, roundel):
        """A page with its lesson, and a promise, in the journal; then the lesson goes out of it."""
        roundel.keys('ctrl+3')
        roundel.sees('Only you can read this')
        roundel.tab_to('Page of the journal')
        roundel.types(LESSON)
        roundel.press('Make a Promise…', role='button')
        roundel.set('What will you do?', PROMISE)
        roundel.set('When, at which cue?', 'When I see a date slip')
        roundel.press('Promise', role='button')
        roundel.sees(PROMISE)
        roundel.press('Release a Lesson…', role='button')
        roundel.sees('What will the others read?')
        roundel.sees(re.compile('9 people can read it'))
        roundel.press('Release', role='button')
        roundel.sees(re.compile(f'Your circle can read this lesson: “{LESSON}”'))

    def test_from_an_idea_to_two_notebooks(self):
        self.dagny, grace = self.home('dagny'), self.home('grace')
        self.plan()
        program, = [program['id'] for program in self.dagny.cli('programs')]

        roundel = self.dagny.start(clock='30@2027-01-14T13:58:00Z')
        self.hold(roundel)
        kept = {kind: json.loads(body) for kind, body in self.dagny.rows('notebook.db', """
            SELECT kind, body FROM current JOIN revision USING (seq, kind) WHERE kind IN ('attendance', 'record')""")}
        self.assertEqual(len(kept['attendance']['here']), 7)
        self.keep(roundel)
        roundel.keys('ctrl+1')
        first = roundel.share(self.folder / 'first.roundel')
        roundel.quit()
        self.assertIn(LESSON.encode(), first.read_bytes())
        self.assertNotIn(PROMISE.encode(), first.read_bytes())

        # Grace is given the file, looks, says who she is, and joins
        roundel = grace.start(first, clock='1@2027-01-14T18:00:00Z')
        roundel.sees(re.compile('^A program that is not in your notebook yet'))
        self.assertEqual(grace.rows('notebook.db', 'SELECT count (*) FROM revision'), [(0,)])
        roundel.press('Join', role='button')
        roundel.sees(re.compile('^Came in: [0-9]+ new$'))
        roundel.sees('Conscious skills')
        roundel.sees(TOPIC)
        roundel.sees(LESSON)
        roundel.quit()
        self.assertEqual(grace.cli('program', program)['topic'], TOPIC)


if __name__ == '__main__':
    main()
