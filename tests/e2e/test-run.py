#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A facilitator runs the first session of a program by the keyboard, with seven of nine and one who comes late; another a quick
session, with nothing but what a screen reader can do."""
import json
import pathlib
import re

from journey import Journey, main, wait

CSV = pathlib.Path(__file__).resolve().parents[1] / 'fixtures' / 'conscious-skills' / 'members.csv'
JUST_BEFORE = '20@2027-01-14T13:57:00Z'


class Quick(Journey):
    def act(self, name, role='button'):
        """Presses by its action, as a screen reader does: no key, no pointer."""
        self.roundel.sees(name, role).act('click')

    def test_a_quick_session_becomes_a_program_by_what_a_screen_reader_can_do(self):
        self.roundel = roundel = self.start(clock='20@2027-01-14T13:57:00Z')
        self.act('Run', role='tab')
        people = roundel.sees('How many are you?', role='spin button')
        people.set_value(4)
        roundel.sees('How many minutes?', role='spin button').set_value(40)
        self.act('To the Lobby')
        roundel.sees('4 of 4. Press a key, or click.')
        self.act('Seat 4')
        roundel.sees('3 of 4. Press a key, or click.')
        self.act('Seat 4')
        roundel.does('run.start')
        roundel.sees('Pause', role='button')
        self.act('Next')
        roundel.sees(re.compile('turn 1 of 4'))
        self.act('Pause')
        self.act('Go On')
        roundel.does('run.finish')
        roundel.sees(re.compile('4 of 4 were here'))
        roundel.does('run.found')
        roundel.sees('Help each other with a real problem')
        wait(lambda: roundel.find('The session is over') is None, 'the session is closed')
        roundel.quit()

        home = self.home()
        made, = home.cli('programs')
        program = home.cli('program', made['id'])
        rows = home.rows('notebook.db', """SELECT kind, body FROM current JOIN revision USING (seq, kind)
            WHERE kind IN ('record', 'attendance')""")
        kept = {kind: json.loads(body) for kind, body in rows}
        members = {member['id'] for member in program['members']}
        self.assertEqual((len(members), made['outcome']), (4, 'problem-solving'))
        self.assertEqual(set(kept['attendance']['here']), members)
        self.assertEqual({kept[kind]['session'] for kind in kept}, {program['sessions'][0]['id']})
        self.assertEqual(home.rows('journal.db', 'SELECT count(*) FROM run_event'), [(0,)])


class Run(Journey):
    def records(self, kind):
        return [json.loads(body) for body, in
                self.home().rows('notebook.db', 'SELECT body FROM revision WHERE kind = :kind AND body IS NOT NULL ORDER BY hlc', kind=kind)]

    def test_a_session_from_the_lobby_to_its_record(self):
        home = self.home()
        home.cli('design', '--outcome', 'leadership-development', '--title', 'Conscious skills', '--topic', 'Deadlines',
                 '--pattern', 'weekly-cycle', '--start', '2027-01-14T15:00', '--zone', 'Europe/Oslo', '--members', CSV)
        roundel = self.start(clock=JUST_BEFORE)
        roundel.keys('ctrl+2')
        roundel.sees('Who meets in this room?')
        roundel.tab_to(re.compile(', Session 1 · '), role='list item')
        roundel.keys('Return')

        roundel.sees('0 of 9. Press a key, or click.')
        roundel.keys(*'abcdefg')
        roundel.sees('7 of 9. Press a key, or click.')
        roundel.does('run.start')
        roundel.sees('Welcome', role='label')
        roundel.sees('Pause', role='button')
        roundel.press('Hiro has arrived', role='button')
        roundel.sees_no('Hiro has arrived')

        # to the first turn: Ingrid, who is still on the way, has no place in it
        for _ in range(12):
            if roundel.find(re.compile('turn 1 of 8')):
                break
            before = roundel.find(re.compile('^Round'))
            roundel.keys('Page_Down')
            wait(lambda was=before: roundel.find(re.compile('^Round')) != was or roundel.find(re.compile('turn 1 of')), 'the next round')
        roundel.sees(re.compile('turn 1 of 8'))
        roundel.sees('Amara Okafor')
        roundel.keys('plus', 'space')
        roundel.sees('Go On', role='button')
        roundel.keys('Right')
        roundel.sees('Benoît Lefèvre')
        roundel.sees('Go On', role='button')    # moving does not go on
        roundel.keys('h')
        roundel.sees('Everything rests')
        roundel.keys('space')
        roundel.sees_no('Everything rests')

        # out of the plan to another turn, and back: still paused
        roundel.keys('j', 'Return')
        roundel.sees(re.compile('turn 3 of 8$'))
        roundel.sees('Go On', role='button')
        roundel.keys('ctrl+z')
        roundel.sees(re.compile('turn 2 of 8$'))
        # a card for what goes wrong
        roundel.keys('r', 'Return')
        roundel.sees(re.compile('“Let us take a quiet minute'))
        roundel.keys('Escape')
        roundel.sees_no(re.compile('“Let us take a quiet minute'))
        # the one screen is the room's, dark, and the facilitator's again
        roundel.keys('F5')
        roundel.sees('We end at')
        roundel.keys('b')
        roundel.sees_no('We end at')
        roundel.keys('b', 'Right')
        roundel.sees(re.compile('turn 3 of 8$'))
        roundel.keys('Escape')
        roundel.sees('Go On', role='button')
        # later than planned: what would give time is shown first
        roundel.keys(*['plus'] * 50)
        roundel.sees(re.compile('min late$'))
        roundel.keys('f')
        roundel.sees(re.compile('^End at'))
        roundel.press('End Later', role='button')
        roundel.sees_no(re.compile('^End at'))
        wait(lambda: roundel.focus() is not None and roundel.focus().name == 'Go On', 'the focus is where it belongs in a round')
        # a presenter's clicker works beside the round, too
        roundel.tab_to('Blank the room view')
        roundel.keys('Page_Down')
        roundel.sees(re.compile('turn 4 of 8$'))
        steps = [line.split()[0] for line, in self.home().rows('journal.db', 'SELECT line FROM run_event ORDER BY number')]
        self.assertEqual([step for step in steps if step in ('jump', 'undo', 'hold', 'release')],
                         ['hold', 'release', 'jump', 'undo'])
        self.assertIn(steps[-2], ('fit', 'extend'))

        roundel.does('run.finish')
        roundel.sees('The session is over')
        self.assertEqual(self.records('record'), [])
        roundel.press('Done', role='button')
        roundel.sees('Who meets in this room?')
        roundel.quit()

        record, = self.records('record')
        attendance, = self.records('attendance')
        session = next(s['id'] for s in home.cli('program', home.cli('programs')[0]['id'])['sessions'])
        self.assertEqual(record['session'], session)
        self.assertEqual(attendance['session'], session)
        self.assertEqual(len(attendance['here']), 8)
        self.assertEqual([part['title'] for part in record['parts']][:2], ['Welcome', 'Agree on a charter'])
        self.assertNotIn('turn', json.dumps(record))
        self.assertEqual(home.rows('journal.db', 'SELECT count(*) FROM run_event'), [(0,)])


if __name__ == '__main__':
    main()
