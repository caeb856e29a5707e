#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""All pages of the wizard: people from a spreadsheet, what stands against them, results, a plan that is edited, and the review."""
from journey import ROOT, main
from wizard import WizardJourney

MEMBERS = ROOT / 'tests' / 'fixtures' / 'conscious-skills' / 'members.csv'


class WizardPages(WizardJourney):
    def test_people_come_from_a_spreadsheet_and_conflicts_are_said(self):
        roundel = self.start()
        self.go_to_people(roundel)
        roundel.press('Open CSV…')
        roundel.choose_file(MEMBERS)
        roundel.press('Bring In 9 People', role='button')
        roundel.sees('9 people came in from members.csv')
        roundel.sees('2 things to settle')
        roundel.press('Back')
        roundel.sees('When will they meet?')
        self.go_on(roundel, 'Who will learn together?')
        roundel.sees('2 things to settle')
        self.go_on(roundel, 'What will it be about?')
        roundel.set('Title of the program', 'Conscious skills')
        self.go_on(roundel, 'What should be different afterwards?')
        roundel.sees('Members influence without orders')
        roundel.press('Add a Result')
        roundel.set('Result wanted', 'Hard conversations are held in time')
        roundel.set('What it is now', '2 of 9')
        roundel.sees('Hard conversations are held in time', role='label')
        self.go_on(roundel, 'How will each session be spent?')
        roundel.does('plan-page.edit')
        roundel.sees('How will this session be spent?')
        roundel.set('Question for the discussion', 'Which deadline do you fear?')
        roundel.press('Done')
        roundel.sees('As Suggested Again')
        self.go_on(roundel, 'Is this your program?')
        roundel.sees('Ingrid Vollan has the level “director”, most others “lead”')
        roundel.press('Make the Program')
        roundel.sees_no('Is this your program?')
        roundel.sees('9 members')
        program = self.home().cli('program', self.home().cli('programs')[0]['id'])
        self.assertEqual(program['title'], 'Conscious skills')
        self.assertEqual([s.get('question') for s in program['sessions'][:2]], ['Which deadline do you fear?', None])
        result = self.home().cli('results', program['id'])[3]
        self.assertEqual((result['text'], result['baseline']), ('Hard conversations are held in time', '2 of 9'))
        self.assertEqual(sorted(c['kind'] for c in program['conflicts']), ['level', 'reporting-line'])


if __name__ == '__main__':
    main()
