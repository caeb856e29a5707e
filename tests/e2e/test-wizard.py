#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the wizard to a program in the notebook: three answers, and a deletion."""
from journey import main
from wizard import WizardJourney


class Wizard(WizardJourney):
    def test_three_answers_make_a_program(self):
        roundel = self.start(clock='1@2026-11-21T10:00:00Z')
        self.choose(roundel)
        roundel.tab_to('Compare with')
        roundel.keys('space', 'End', 'Return')
        roundel.tab_to('A second program for “Transfer of training”')
        roundel.keys('space')
        self.go_on(roundel, 'When will they meet?')
        self.go_on(roundel, 'Who will learn together?')
        roundel.set('Number of people', '9')
        roundel.press('Make the First Draft')
        roundel.sees('9 seats, no names yet')
        roundel.sees('10 sessions, Thursday 10:00, in person')
        roundel.press('Go On')
        roundel.sees('New program · 2 of 7')
        roundel.sees('The training it follows')
        roundel.set('Course, conference or onboarding', 'Giving feedback')
        roundel.set('Room, or address of the call', 'Room 2.14')
        roundel.press('Next')
        roundel.press('Make the First Draft')
        roundel.sees('5 sessions, Thursday 10:00, in person')
        self.assertEqual(self.drafts(), [])
        roundel.quit()
        programs = self.home().cli('programs')
        self.assertEqual(sorted(p['title'] for p in programs), ['Leadership development', 'Transfer of training'])
        first, second = (self.home().cli('program', p['id']) for p in sorted(programs, key=lambda p: p['title']))
        self.assertEqual(second['event'], 'Giving feedback')
        self.assertEqual({session['place'] for session in second['sessions']}, {'Room 2.14'})
        program = first
        self.assertEqual(len(program['members']), 9)
        self.assertEqual(len(program['sessions']), 10)
        self.assertEqual(program['sessions'][0]['starts'][:16], '2026-12-24T10:00')

    def test_a_deleted_program_comes_back(self):
        self.home().cli('design', '--outcome', 'support', '--title', 'Support desk', '--topic', 'Hard calls',
                        '--start', '2027-03-04T09:00', '--zone', 'Europe/Oslo', '--people', '8')
        roundel = self.start()
        roundel.sees('12 sessions, Thursday 09:00, in person')
        roundel.does('programs.delete')
        roundel.sees('People learn well from one another')
        self.assertEqual(self.home().cli('programs'), [])
        roundel.does('programs.undo')
        roundel.sees('12 sessions, Thursday 09:00, in person')
        self.assertEqual([p['title'] for p in self.home().cli('programs')], ['Support desk'])


if __name__ == '__main__':
    main()
