#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From nothing to the end of the first session: the program of four weeks is planned, and its first hour is run."""
import pathlib
import re

from journey import Journey, main

CSV = pathlib.Path(__file__).resolve().parents[1] / 'fixtures' / 'conscious-skills' / 'members.csv'
TOPIC = 'Difficult conversations about missed deadlines'
FOUR_WEEKS_BEFORE = '1@2026-12-17T14:00:00Z'


class FirstSession(Journey):
    def plan(self):
        """The wizard, page by page."""
        roundel = self.start(clock=FOUR_WEEKS_BEFORE)
        roundel.press('Plan a program', role='list item')
        roundel.press('Should each member gain vision and influence?', role='button')
        roundel.press('Next', role='button')

        roundel.sees('When will they meet?')
        roundel.sees('Thursday, 14 January 2027')
        roundel.press('Pattern', role='combo box')
        roundel.sees('Weekly cycle')
        roundel.keys('End', 'Return')
        roundel.sees(re.compile('The last one is on 4 February 2027'))
        roundel.set('Time zone of the place', 'Europe/Oslo')
        roundel.tab_to('Hour', role='spin button', key='shift+Tab')
        roundel.types('15\t')
        roundel.press('Next', role='button')

        roundel.sees('Who will learn together?')
        roundel.press('Open CSV…', role='button')
        roundel.choose_file(CSV)
        roundel.sees('9 people came in from members.csv')
        roundel.sees('Dagny "Dag" Sørensen reports to Amara Okafor')
        roundel.press('Next', role='button')

        roundel.set('Title of the program', 'Conscious skills')
        roundel.set('Topic of mutual concern', TOPIC)
        roundel.press('Next', role='button')
        roundel.sees('How will each session be spent?')
        roundel.press('Next', role='button')
        roundel.sees('Is this your program?')
        roundel.sees(re.compile('Ingrid Vollan has the level'))
        roundel.press('Make the Program', role='button')
        roundel.sees_no('Is this your program?')
        roundel.sees('Starts 14 January')
        return roundel

    def test_a_program_is_planned(self):
        roundel = self.plan()
        roundel.sees(re.compile('Thursday 15:00'))
        roundel.quit()

        home = self.home()
        made, = home.cli('programs')
        self.assertEqual((made['title'], made['topic'], made['outcome']), ('Conscious skills', TOPIC, 'leadership-development'))
        program = home.cli('program', made['id'])
        self.assertEqual(len(program['members']), 9)
        self.assertEqual([s['starts'] for s in program['sessions']], [
            '2027-01-14T15:00:00+01:00', '2027-01-21T15:00:00+01:00', '2027-01-28T15:00:00+01:00', '2027-02-04T15:00:00+01:00'])
        self.assertEqual(sorted(conflict['kind'] for conflict in program['conflicts']), ['level', 'reporting-line'])


if __name__ == '__main__':
    main()
