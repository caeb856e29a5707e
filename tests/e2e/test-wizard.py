#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the wizard to a program in the notebook: three answers, a list of people, a kill, a deletion."""
from journey import ROOT, Journey, main, wait

MEMBERS = ROOT / 'tests' / 'fixtures' / 'conscious-skills' / 'members.csv'
LEADERSHIP = 'Should each member gain vision and influence?'


class Wizard(Journey):
    def drafts(self):
        return list((self.home().folder / 'state' / 'roundel').glob('draft-*.json'))

    def choose(self, roundel):
        roundel.keys('ctrl+n')
        roundel.press(LEADERSHIP)
        roundel.sees('as the outcome alone suggests')

    def go_on(self, roundel, question):
        roundel.press('Next')
        roundel.sees(question)

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

    def test_people_come_from_a_spreadsheet_and_conflicts_are_said(self):
        roundel = self.start()
        self.choose(roundel)
        self.go_on(roundel, 'When will they meet?')
        self.go_on(roundel, 'Who will learn together?')
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

    def test_names_are_pasted(self):
        roundel = self.start()
        self.choose(roundel)
        self.go_on(roundel, 'When will they meet?')
        self.go_on(roundel, 'Who will learn together?')
        roundel.press('Paste')
        roundel.sees('There is no text to paste')
        roundel.set('Name of a person to add', 'Amara Okafor')
        roundel.tab_to('Name of a person to add', key='shift+Tab')
        roundel.keys('ctrl+a', 'ctrl+x')
        roundel.press('Paste')
        roundel.sees('Who comes in?')
        roundel.keys('Return')
        roundel.sees('1 person came in from the clipboard')
        wait(lambda: 'Amara Okafor' in self.drafts()[0].read_text(), 'she is on the disk', 5)

    def test_of_500_people_20_rows_are_wrong(self):
        """The list of another program, whose column of names is called otherwise, in a file with 20 mistakes of five sorts."""
        rows = [['Mitarbeiter', 'email', 'team', 'manager']]
        for n in range(500):
            rows.append([f'Person {n}', f'p{n}@example.org', f'Team {n % 40}', f'Boss {n % 25}'])
        for n in range(4):
            rows[1 + n * 100][0] = ''
            rows[2 + n * 100][1] = 'nowhere'
            rows[3 + n * 100][1] = 'p99@example.org'
            rows[4 + n * 100][3] = rows[4 + n * 100][0]
            rows[5 + n * 100].append('one cell too many')
        rows[100], rows[1] = rows[1], rows[100]    # whose address the others have comes first
        path = self.home().folder / 'people.csv'
        path.write_text('\n'.join(';'.join(row) for row in rows), encoding='utf-8')
        roundel = self.start()
        self.choose(roundel)
        self.go_on(roundel, 'When will they meet?')
        self.go_on(roundel, 'Who will learn together?')
        roundel.press('Open CSV…')
        roundel.choose_file(path)
        roundel.sees('Say which column has the names.')
        roundel.press('Mitarbeiter', role='combo box')
        roundel.keys('Home', 'Down', 'Return')
        roundel.sees('20 rows stay out')
        roundel.press('Bring In 480 People', role='button')
        roundel.sees('480 people came in from people.csv; rows left out: 20')
        wait(lambda: self.drafts()[0].read_text().count('@example.org') == 480, 'they are on the disk', 10)

    def test_a_kill_loses_no_answer(self):
        roundel = self.start()
        self.choose(roundel)
        wait(self.drafts, 'the draft is on the disk', 5)
        self.go_on(roundel, 'When will they meet?')
        self.go_on(roundel, 'Who will learn together?')
        roundel.set('Name of a person to add', 'Amara Okafor')
        roundel.press('Add')
        roundel.sees('1 member')
        roundel.set('Name of a person to add', 'Chen Wei')
        roundel.press('Add')
        roundel.sees('2 members')
        roundel.set('Name of a person to add', 'Eitan Le')
        roundel.set('Number of people', '9', role='spin button')
        wait(lambda: '"seats":9' in self.drafts()[0].read_text(), 'all of it is on the disk', 5)
        roundel.kill()
        roundel = self.start()
        roundel.keys('ctrl+n')
        roundel.sees('2 of 9 seats have names')
        self.assertEqual(roundel.sees('Name of a person to add').text, 'Eitan Le')
        roundel.sees('New program · 3 of 7')
        roundel.press('Back')
        roundel.sees('3 of 9 seats have names')
        roundel.press('Finish Later')
        roundel.sees('People learn well from one another')

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
