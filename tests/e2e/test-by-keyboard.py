#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From nothing to a second notebook that has it, too: with no pointer and no help but the focus."""
import re

from journey import Journey, main, wait

LESSON = 'Silence is a question too'


class ByKeyboard(Journey):
    def go(self, roundel, name, role=None, key='Tab'):
        """Moves the focus there and presses."""
        roundel.tab_to(name, role, key)
        roundel.keys('space' if role == 'button' else 'Return')

    def plan(self, roundel):
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

    def jump(self, roundel, part):
        """To a part of the plan, which comes into view by its key."""
        roundel.keys('j')
        self.go(roundel, re.compile(rf'^\d\d:\d\d {part}'))
        roundel.sees(part, role='label')

    def hold(self, roundel):
        roundel.keys('ctrl+2')
        self.go(roundel, re.compile(', Session 1 · '), 'list item')
        roundel.sees('Who is here?')
        for number in '1234567':
            roundel.keys(number)
        roundel.sees(re.compile('^7 of 9'))
        self.go(roundel, 'Start Session', 'button')
        roundel.sees('Pause', role='button')
        roundel.keys('space')
        roundel.sees('Go On', role='button')
        roundel.keys('space', 'Right')
        roundel.sees(re.compile('^Round'))
        self.jump(roundel, 'Harvest')
        self.go(roundel, 'Harvest', 'button', 'shift+Tab')
        roundel.sees('What did we learn?')
        roundel.types(LESSON)
        roundel.keys('Escape')
        self.jump(roundel, 'Evaluation')
        self.go(roundel, 'Slips', 'button', 'shift+Tab')
        roundel.sees('Was this worth your time?')
        roundel.keys('4')
        self.go(roundel, 'Put In the Slip', 'button')
        roundel.sees(re.compile('^1 slip of 7'))
        roundel.keys('Escape')
        roundel.sees('Pause', role='button')
        roundel.keys('Right', 'Right')
        roundel.sees(re.compile('7 of 9 were here'))
        roundel.sees('1 line of 3')
        self.go(roundel, 'Done', 'button')
        roundel.sees_no('The session is over')

    def keep(self, roundel):
        roundel.keys('ctrl+3')
        roundel.sees('Only you can read this')
        roundel.tab_to('Page of the journal')
        roundel.types(LESSON)
        roundel.sees('Saved')
        roundel.keys('ctrl+shift+p')
        roundel.sees('What will you do?')    # which has the focus
        roundel.types('Ask the same day')
        roundel.keys('Return')
        roundel.sees_no('What will you do?')
        roundel.sees('Ask the same day')
        roundel.keys('ctrl+shift+r')
        roundel.sees('What will the others read?')
        self.go(roundel, 'Release', 'button')
        roundel.sees(re.compile(f'Your circle can read this lesson: “{LESSON}”'))

    def test_from_an_idea_to_a_second_notebook(self):
        roundel = self.start(clock='1@2026-12-17T14:00:00Z')
        self.plan(roundel)
        program, = [program['id'] for program in self.home().cli('programs')]
        self.hold(roundel)
        self.keep(roundel)
        path = self.folder / 'first.roundel'
        roundel.keys('ctrl+1', 'ctrl+shift+s')
        roundel.sees('Who is it for?')
        self.go(roundel, 'Save…', 'button')
        roundel.file_dialog()
        roundel.keys('ctrl+a')
        roundel.types(str(path))
        roundel.keys('Return')
        wait(path.exists, f'{path} is there')
        roundel.sees_no('Who is it for?')
        roundel.quit()

        other = self.home('other')
        roundel = other.start(path, clock='1@2026-12-18T09:00:00Z')
        roundel.sees(re.compile('^A program that is not in your notebook yet'))
        self.go(roundel, 'Join', 'button')
        roundel.sees(LESSON)
        roundel.quit()
        self.assertEqual([lesson['text'] for lesson in other.cli('program', program)['lessons']], [LESSON])


if __name__ == '__main__':
    main()
