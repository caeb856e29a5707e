#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The people of the wizard: typed, until it is killed; from the clipboard; 500 with mistakes."""
import re

from journey import main, wait
from wizard import WizardJourney


class WizardPeople(WizardJourney):
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

    def test_a_table_is_pasted_beside_a_name(self):
        """What was typed stays, and gets what the table knows of it."""
        roundel = self.start()
        self.go_to_people(roundel)
        roundel.press('Paste')
        roundel.sees('There is no text to paste')
        roundel.set('Name of a person to add', 'name\tlevel\tteam\nAmara Okafor\tlead\tSupport\nChen Wei\tlead\tEngineering')
        roundel.tab_to('Name of a person to add', key='shift+Tab')
        roundel.keys('ctrl+a', 'ctrl+x')
        roundel.types('Amara Okafor')
        roundel.keys('Return')
        roundel.sees('Amara Okafor: Name')
        roundel.tab_to('Name of a person to add')
        roundel.keys('ctrl+v')
        roundel.sees('Who comes in?')
        roundel.keys('Return')
        self.assertEqual(roundel.sees('Name of a person to add').text, '')
        roundel.sees('1 person came in from the clipboard')
        roundel.sees(re.compile('^1 was in the list already'))
        wait(lambda: self.drafts()[0].read_text().count('"level":"lead"') == 2, 'both are on the disk, with their levels', 5)
        roundel.tab_to('Name of a person to add')
        roundel.types('Eitan')
        roundel.keys('ctrl+a', 'ctrl+x', 'ctrl+v')
        wait(lambda: roundel.sees('Name of a person to add').text == 'Eitan', 'one name is pasted where the cursor is', 5)

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
        self.go_to_people(roundel)
        roundel.press('Open CSV…')
        roundel.choose_file(path)
        roundel.sees('Say which column has the names.')
        roundel.press('Mitarbeiter', role='combo box')
        roundel.keys('Home', 'Down', 'Return')
        roundel.sees('20 rows stay out')
        roundel.press('Bring In 480 People', role='button')
        roundel.sees('480 people came in from people.csv; rows left out: 20')
        wait(lambda: self.drafts()[0].read_text().count('@example.org') == 480, 'they are on the disk', 10)


if __name__ == '__main__':
    main()
