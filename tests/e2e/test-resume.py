#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The battery is empty in the middle of a round: it goes on in the same one, in the same second."""
import re

from journey import Journey, main, wait

SECOND = 1_000_000


class Resume(Journey):
    def events(self):
        """(what, when by the clock in microseconds) of the session that runs."""
        return [(line.split()[0], int(line.split()[1])) for line, in
                self.home().rows('journal.db', 'SELECT line FROM run_event ORDER BY number')]

    def told_of_the_pause(self, roundel):
        """What the button to go on says of the time."""
        return wait(lambda: re.search(r'.*:\d\d, paused', roundel.sees('Go On', role='button').description), 'it tells the time')[0]

    def test_a_round_goes_on_where_the_kill_came(self):
        roundel = self.start()
        roundel.keys('ctrl+2')
        roundel.press('To the Lobby', role='button')
        roundel.does('run.start')
        roundel.sees('Pause', role='button')
        roundel.sees('Seat 1')
        roundel.does('run.next')
        roundel.sees('Check-in, turn 2 of 8')
        roundel.kill()

        roundel = self.start()
        roundel.sees('Check-in, turn 2 of 8')
        roundel.sees('Next', role='label')
        self.assertEqual([what for what, _ in self.events()], ['start', 'next'])
        roundel.keys('space')
        told = self.told_of_the_pause(roundel)
        (_, _), (_, turn), (what, pause) = self.events()
        self.assertEqual(what, 'pause')
        minutes, seconds = map(int, re.search(r'(\d+):(\d\d)', told).groups())
        sign = -1 if '+' in told else 1
        self.assertAlmostEqual(sign * (60 * minutes + seconds), 30 - (pause - turn) / SECOND, delta=1)

        roundel.kill()
        roundel = self.start()
        self.assertEqual(self.told_of_the_pause(roundel), told)
        roundel.press('Go On', role='button')
        roundel.sees('Pause', role='button')
        roundel.quit()

    def test_a_journal_that_was_cut_off_is_whole(self):
        roundel = self.start()
        roundel.keys('ctrl+2')
        roundel.press('To the Lobby', role='button')
        roundel.does('run.start')
        roundel.sees('Pause', role='button')
        roundel.kill()
        for file in ('notebook.db', 'journal.db'):
            self.assertEqual(self.home().rows(file, 'PRAGMA integrity_check'), [('ok',)])


if __name__ == '__main__':
    main()
