#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The week of a participant between two sessions: a promise and its practice, the partner, what others can read, and growth."""
import pathlib
import re

from journey import Journey, main, wait

MEMBERS = pathlib.Path(__file__).resolve().parents[1] / 'fixtures' / 'conscious-skills' / 'members.csv'
PROMISE = 'Ask Jonas the same day'
CUE = 'When I see a date slip'


class Week(Journey):
    def at(self, time, *arguments):
        return self.home().cli('--clock', f'1@{time}:00Z', *arguments)

    def open_journal(self, time):
        roundel = self.start(clock=f'1@{time}:00Z')
        roundel.keys('ctrl+3')
        wait(lambda: roundel.focus() is not None and roundel.focus().name == 'Page of the journal', 'the cursor is in the page')
        return roundel

    def promise(self):
        return self.home().cli('commitment', 'list')[0]

    def given(self):
        """The bytes of what the members would be given now."""
        path = self.folder / 'given.roundel'
        path.unlink(missing_ok=True)
        self.home().cli('export', self.program, '--for', 'members', '--to', path)
        return path.read_bytes()

    def setUp(self):
        super().setUp()
        self.program = self.at('2026-12-01T10:00', 'design', '--outcome', 'leadership-development', '--title', 'Conscious skills',
                               '--topic', 'Deadlines', '--start', '2027-01-14T15:00', '--zone', 'Europe/Oslo', '--pattern',
                               'weekly-cycle', '--members', MEMBERS)['program']

    def test_a_week_from_session_to_growth(self):
        roundel = self.open_journal('2027-01-14T16:30')
        roundel.sees('Thursday 21 January, 14:00')
        roundel.keys('ctrl+shift+p')
        roundel.sees('A promise to yourself')
        roundel.types(PROMISE)
        roundel.set('When, at which cue?', CUE)
        roundel.keys('Return')
        roundel.sees(PROMISE)
        self.assertEqual((self.promise()['text'], self.promise()['cue']), (PROMISE, CUE))
        roundel.press('Questions of your own', role='button')
        wait(lambda: roundel.focus().name == 'Questions of your own, one on a line', 'one can write them')
        roundel.types('What did I avoid today?')
        roundel.keys('Escape')
        roundel.sees('What did I avoid today?', role='label')
        roundel.press('Questions of your own', role='button')
        wait(lambda: roundel.focus().name == 'Questions of your own, one on a line', 'they are there again')
        roundel.keys('ctrl+a', 'BackSpace', 'Escape')
        roundel.sees_no('What did I avoid today?')
        self.stage(roundel, 'week-promise')
        roundel.quit()

        for day, result in (15, 'not-yet'), (16, 'partly'), (17, 'worked'):
            self.at(f'2027-01-{day}T09:00', 'practice', self.promise()['id'], '--result', result, '--confidence', day - 13)
        roundel = self.open_journal('2027-01-18T09:00')
        roundel.keys('ctrl+t')
        roundel.sees('How did it go? Having tried counts.')
        roundel.keys('1')
        roundel.sees('Noted. Say more, if you like.')
        roundel.types('He had waited for me')
        roundel.click(roundel.sees('It was somebody else’s turn, and I helped', role='checkbox'))
        roundel.does('promise.cancel')
        wait(lambda: ('He had waited for me',) in self.home().rows(
            'journal.db', "SELECT json_extract (r.body, '$.what') FROM current AS c JOIN revision AS r ON r.seq = c.seq"
                          " WHERE c.kind = 'practice' AND c.live"), 'what was typed is kept')

        roundel.does('journal.partner')
        roundel.tab_to('Who are you there?')
        roundel.keys('space', 'Down', 'Return')
        roundel.sees(re.compile('^You(,| and) [A-Z]'))
        self.assertNotIn(PROMISE.encode(), self.given())
        roundel.sees('It may name somebody, “Jonas”: have they agreed?')
        roundel.press(PROMISE, role='switch')
        roundel.sees('Your circle and your partner can read it')
        given = self.given()
        self.assertIn(PROMISE.encode(), given)
        self.assertNotIn(CUE.encode(), given)
        roundel.does('partner.note')
        roundel.set('What I take away', 'Ask before noon')
        self.stage(roundel, 'week-partner')
        roundel.keys('Escape')    # the page closes, and what was typed is kept
        roundel.does('journal.partner')
        roundel.sees(re.compile('You: Ask before noon'))
        roundel.press(PROMISE, role='switch')
        roundel.sees('Taken back: only you can read it now')
        given = self.given()
        self.assertNotIn(PROMISE.encode(), given)
        self.assertNotIn(b'Ask before noon', given)
        roundel.does('partner.close')

        roundel.does('journal.growth')
        roundel.sees('Your confidence went from 2 to 4 of 5.')
        roundel.sees(re.compile(f'^{PROMISE}: a strength of [0-9]+ of 100'))
        roundel.sees('The turns in which you helped somebody else, the last on 18 Jan.')
        roundel.tab_to('How strength is reckoned')
        roundel.press('Practice and confidence, as a table')
        roundel.sees('15 Jan', role='label')
        self.stage(roundel, 'week-growth')
        roundel.quit()


if __name__ == '__main__':
    main()
