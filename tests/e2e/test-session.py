#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole session from the lobby to the evaluation: seven come, one is late, one does not come; what it leaves, and what not."""
import json
import pathlib
import re

from journey import PICTURES, Journey, main, wait

CSV = pathlib.Path(__file__).resolve().parents[1] / 'fixtures' / 'conscious-skills' / 'members.csv'
CHALLENGES = ['The export job is late again', 'Two bosses, one budget']
PROMISE = 'Ask Jonas before noon'
LINES = ['Ask on the day you first notice', 'One question, then silence', 'Say what you saw']


class Session(Journey):
    def design(self):
        return self.home().cli('--clock', '1@2026-12-01T10:00:00Z', 'design', '--outcome', 'leadership-development', '--pattern',
                               'weekly-cycle', '--title', 'Conscious skills', '--topic', 'Difficult conversations', '--start',
                               '2027-01-14T15:00', '--zone', 'Europe/Oslo', '--members', CSV)

    def lobby(self):
        roundel = self.start(clock='4@2027-01-14T13:58:00Z')
        roundel.keys('ctrl+2')
        roundel.press(re.compile(', Session 1 · '), role='list item')
        roundel.sees('Start Session', role='button')
        return roundel

    def until(self, roundel, name):
        """Goes on, round by round, until there is something to be written down."""
        for _ in range(60):
            if roundel.find(name, role='button'):
                return
            roundel.keys('Right')
        self.fail(f'no part of the session has {name}')

    def choose(self, roundel, name, *keys):
        """From the list of a combo box, which comes up when the window has settled."""
        def opens():
            if roundel.find('My circle may read it', role='label') is None:
                roundel.press(name, role='combo box')
            return roundel.find('My circle may read it', role='label')
        roundel.sees(name, role='combo box')
        wait(opens, f'the list of {name} is there')
        roundel.keys(*keys)
        roundel.sees_no('Made one, my partner asks')

    def show(self, roundel, name):
        """A picture for the facilitator, and one of the room view."""
        if PICTURES:
            self.stage(roundel, name)
            roundel.keys('F5')
            roundel.sees_no('Pause', role='button')
            self.stage(roundel, f'{name}-room')
            roundel.keys('F5')
            roundel.sees('Pause', role='button')

    def show_turns(self, roundel):
        """The first round in which one after the other has a turn."""
        for _ in range(20):
            if roundel.find(re.compile('turn 1 of')):
                break
            roundel.keys('Right')
        self.show(roundel, '4-turns')

    def write_down(self, roundel):
        self.until(roundel, 'Harvest')
        roundel.press('Harvest', role='button')
        for name, line in zip(['First line', 'Second line', 'Third line'], LINES):
            roundel.set(name, line)
        roundel.press('Read Back')
        roundel.sees(LINES[2], role='label')
        self.stage(roundel, '6-harvest')
        roundel.keys('Escape')

        self.until(roundel, 'Promises')
        self.show(roundel, '7-commitments')
        roundel.press('Promises', role='button')
        roundel.sees('Who made a promise?')
        self.choose(roundel, 'Amara Okafor', 'Down', 'Down', 'Return')
        self.choose(roundel, 'Chen Wei', 'End', 'Return')
        roundel.set('What Chen Wei promises, for the circle', 'Ask the same day')
        self.stage(roundel, '8-promises')
        roundel.keys('Escape')

        self.until(roundel, 'Slips')
        roundel.press('Slips', role='button')
        roundel.sees('Was this worth your time?')
        for n, (worth, change) in enumerate([('5', ''), ('4', 'More time'), ('4', ''), ('5', 'Start earlier'), ('3', '')], 1):
            roundel.keys(worth)
            if change:
                roundel.set('Change one thing in the next session', change)
            roundel.does('slip.put-in')
            roundel.sees(re.compile(f'^{n} slip'))
        self.stage(roundel, '9-slips')
        roundel.keys('Escape')

    def write_promise(self, roundel, session):
        """What Amara promised in the room, whose words nobody wrote down there."""
        home = self.home()
        roundel.keys('Escape', 'ctrl+3')
        roundel.sees('You made a promise in Session 1')
        self.stage(roundel, '11-journal')
        roundel.press('Leave It', role='button')
        roundel.sees_no('You made a promise in Session 1')
        roundel.press('Undo', role='button')
        roundel.press('Write It Down…', role='button')
        roundel.sees('A promise to yourself')
        roundel.set('What will you do?', PROMISE)
        self.stage(roundel, '12-promise')
        roundel.does('promise.save')
        roundel.sees_no('You made a promise in Session 1')
        promise, = home.cli('commitment', 'list')
        self.assertEqual(promise['text'], PROMISE)
        self.assertEqual(home.rows('journal.db', "SELECT json_extract (body, '$.session') FROM revision WHERE kind = 'promise'"),
                         [(session,)])
        for name in ('notebook.db', 'notebook.db-wal'):
            path = home.folder / 'data' / 'roundel' / name
            self.assertFalse(path.exists() and PROMISE.encode() in path.read_bytes(), name)

    def test_from_the_lobby_to_the_evaluation(self):
        made = self.design()
        self.home().cli('lessons', 'me', made['program'], 'Amara Okafor')
        roundel = self.lobby()
        for letter in 'abcdefg':    # Amara to Grace; Hiro is late, Ingrid does not come
            roundel.keys(letter)
        roundel.sees(re.compile('^7 of 9'))
        roundel.tab_to('Ingrid Vollan')
        roundel.keys('Delete')
        roundel.sees('not coming')
        self.stage(roundel, '1-lobby')
        roundel.does('run.start')
        roundel.sees('Pause', role='button')
        self.stage(roundel, '2-welcome')
        roundel.press('Hiro has arrived', role='button')
        if PICTURES:
            self.stage(roundel, '3-all-here')
            self.show_turns(roundel)
        self.write_down(roundel)
        for _ in range(20):
            if roundel.find('The session is over'):
                break
            roundel.keys('Right')
        roundel.sees(re.compile('8 of 9 were here'))
        roundel.sees('5 slips of 8')
        self.stage(roundel, '10-closing')
        roundel.click(roundel.sees('Your own promise', role='list item'))    # which waits for no Done
        roundel.sees('A promise to yourself')
        roundel.keys('Escape')
        roundel.keys('ctrl+2')
        roundel.press('Done', role='button')
        roundel.sees('Who meets in this room?')

        home = self.home()
        members = {member['id']: member['name'] for member in home.cli('program', made['program'])['members']}
        rows = home.rows('notebook.db', """SELECT kind, body FROM current JOIN revision USING (seq, kind)
            WHERE kind IN ('record', 'attendance', 'harvest', 'evaluation', 'commitment')""")
        kept = {kind: json.loads(body) for kind, body in rows}
        self.assertEqual(sorted(members[m][0] for m in kept['attendance']['here']), list('ABCDEFGH'))
        self.assertEqual(kept['harvest']['lines'], LINES)
        self.assertEqual(kept['record']['promises'], 2)
        self.assertEqual((kept['commitment']['text'], members[kept['commitment']['by']]), ('Ask the same day', 'Chen Wei'))
        # five slips: a mean, no counts, and the words in the order of the alphabet
        self.assertEqual(kept['evaluation'], {'session': kept['record']['session'], 'slips': 5, 'twice_mean': 8,
                                              'changes': ['More time', 'Start earlier']})
        self.assertNotIn('Amara', json.dumps(kept))
        for table in ('tally', 'tally_answer', 'tally_comment', 'run', 'run_event'):
            self.assertEqual(home.rows('journal.db', f'SELECT count(*) FROM {table}'), [(0,)], table)
        self.assertEqual(home.rows('journal.db', "SELECT count(*) FROM setting WHERE name = 'pad'"), [(0,)])

        roundel.keys('ctrl+1')
        roundel.press('Conscious skills', role='label')
        roundel.click(roundel.sees('Held'))
        roundel.sees('4 of 5, from 5 slips')
        roundel.sees(re.compile('^8 of 9 came'))
        self.write_promise(roundel, kept['record']['session'])
        roundel.quit()

    def test_what_is_written_down_survives_a_crash(self):
        self.design()
        roundel = self.lobby()
        for letter in 'abcdefg':
            roundel.keys(letter)
        roundel.does('run.start')
        # what members bring is typed at once, and here when its line is shown
        roundel.press('This session')
        roundel.press('Challenges', role='menu item')
        roundel.sees('What do you face?')
        for line in CHALLENGES:
            roundel.types(line)
            roundel.keys('Return')
            roundel.sees(line, role='label')
        roundel.press(f'Gets time: {CHALLENGES[1]}')
        wait(lambda: roundel.find(f'Gets time: {CHALLENGES[1]}').has('checked'), 'it is chosen')
        roundel.kill()
        roundel = self.start(clock='4@2027-01-14T14:02:00Z')
        roundel.press('This session')
        roundel.press('Challenges', role='menu item')
        for line in CHALLENGES:
            roundel.sees(line, role='label')
        self.assertTrue(roundel.find(f'Gets time: {CHALLENGES[1]}').has('checked'))
        # nor is a line lost with which somebody goes back to the round
        roundel.types('Half a thought')
        roundel.keys('Escape')
        roundel.sees('Pause', role='button')
        roundel.press('This session')
        roundel.press('Challenges', role='menu item')
        roundel.sees('Half a thought', role='label')
        roundel.keys('Escape')

        self.until(roundel, 'Harvest')
        roundel.press('Harvest', role='button')
        roundel.set('First line', LINES[0])
        wait(lambda: LINES[0] in self.home().rows('journal.db', "SELECT value FROM setting WHERE name = 'pad'")[0][0],
             'it is on the disk')
        roundel.kill()
        roundel = self.start(clock='4@2027-01-14T14:04:00Z')
        roundel.press('Harvest', role='button')
        roundel.press('Read Back')
        roundel.sees(LINES[0], role='label')
        roundel.quit()


if __name__ == '__main__':
    main()
