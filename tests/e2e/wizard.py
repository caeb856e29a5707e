# SPDX-License-Identifier: GPL-3.0-or-later
"""What the journeys through the wizard have in common."""
from journey import Journey

LEADERSHIP = 'Should each member gain vision and influence?'


class WizardJourney(Journey):
    def drafts(self):
        return list((self.home().folder / 'state' / 'roundel').glob('draft-*.json'))

    def choose(self, roundel):
        roundel.keys('ctrl+n')
        roundel.press(LEADERSHIP)
        roundel.sees('as the outcome alone suggests')

    def go_on(self, roundel, question):
        roundel.press('Next')
        roundel.sees(question)

    def go_to_people(self, roundel):
        self.choose(roundel)
        self.go_on(roundel, 'When will they meet?')
        self.go_on(roundel, 'Who will learn together?')
