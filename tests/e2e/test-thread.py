#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole thread, through the screens alone: a program is planned, its first session held, a lesson released and handed on;
another person joins, both write the same thing, and the lesson is taken back from both; a third opens all files at once."""
import json
import pathlib
import re

from journey import Journey, main, wait

CSV = pathlib.Path(__file__).resolve().parents[1] / 'fixtures' / 'conscious-skills' / 'members.csv'
TOPIC = 'Difficult conversations about missed deadlines'
LESSON = 'Silence is a question too'
PROMISE = 'Ask the same day'
DAGNYS = 'Saying early what slips'
GRACES = 'Saying at once what slips'


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

    def share(self, roundel, name):
        """The open program into a file for the members; the bytes that leave."""
        path = self.folder / name
        roundel.keys('ctrl+shift+s')
        roundel.sees('Who is it for?')
        roundel.sees('What leaves')
        roundel.does('share.save')
        roundel.save_file(path)
        roundel.sees_no('Who is it for?')
        return path

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

    def test_from_an_idea_to_three_notebooks_that_agree(self):
        self.dagny, grace, hiro = self.home('dagny'), self.home('grace'), self.home('hiro')
        self.plan()
        program, = [program['id'] for program in self.dagny.cli('programs')]

        roundel = self.dagny.start(clock='30@2027-01-14T13:58:00Z')
        self.hold(roundel)
        kept = {kind: json.loads(body) for kind, body in self.dagny.rows('notebook.db', """
            SELECT kind, body FROM current JOIN revision USING (seq, kind) WHERE kind IN ('attendance', 'record')""")}
        self.assertEqual(len(kept['attendance']['here']), 7)
        self.keep(roundel)
        roundel.keys('ctrl+1')
        first = self.share(roundel, 'first.roundel')
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
        self.retitle(roundel, GRACES)
        second = self.share(roundel, 'second.roundel')
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
        third = self.share(roundel, 'third.roundel')
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
