#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From nothing into a running round, with no pointer and no help but the focus."""
import re

from journey import Journey, main


class ByKeyboard(Journey):
    def go(self, roundel, name, role=None):
        """Moves the focus there and presses."""
        roundel.tab_to(name, role)
        roundel.keys('space' if role == 'button' else 'Return')

    def test_a_program_and_its_first_round(self):
        roundel = self.start(clock='1@2026-12-17T14:00:00Z')
        roundel.sees('Plan a program')
        self.go(roundel, 'Plan a program', 'list item')
        roundel.sees('What should this program achieve, above all?')
        self.go(roundel, 'Should each member gain vision and influence?', 'button')
        self.go(roundel, 'Next', 'button')
        roundel.sees('When will they meet?')
        self.go(roundel, 'Next', 'button')
        roundel.sees('Who will learn together?')
        roundel.tab_to('Number of people', 'spin button')
        roundel.keys('ctrl+a')
        roundel.types('9')
        roundel.keys('Tab')
        self.go(roundel, 'Make the First Draft', 'button')
        roundel.sees('9 seats, no names yet')
        self.assertEqual(len(self.home().cli('programs')), 1)

        roundel.keys('ctrl+2')
        self.go(roundel, 'Session 1', 'list item')
        roundel.sees('Who is here?')
        for number in '1234567':
            roundel.keys(number)
        roundel.sees(re.compile('^7 of 9'))
        self.go(roundel, 'Start Session', 'button')
        roundel.sees('Pause', role='button')
        roundel.keys('space')
        roundel.sees('Go on', role='button')
        roundel.keys('space', 'Right')
        roundel.sees(re.compile('^Round'))
        roundel.quit()


if __name__ == '__main__':
    main()
