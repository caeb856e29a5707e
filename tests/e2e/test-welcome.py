#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first minute with Roundel, by the keyboard: the welcome, the menu, the shortcuts, the pages."""
import re

from journey import Journey, main

CONTROLS = ('button', 'checkbox', 'combo box', 'list item', 'search box', 'spin button', 'switch', 'tab', 'text box')


class Welcome(Journey):
    def test_the_first_minute_by_the_keyboard(self):
        roundel = self.start()
        roundel.sees('People learn well from one another')
        for way in ('Plan a program', 'Run a session', 'Keep my own notes', 'Open a file I was given', 'Look around in an example'):
            roundel.sees(way, role='list item')
        self.assertEqual(roundel.focus().name, 'Plan a program')

        roundel.keys('F10')
        roundel.tab_to('Keyboard Shortcuts', key='Down')
        roundel.keys('Return')
        roundel.sees('Main menu', role='label')
        roundel.sees('Close the window', role='label')
        roundel.keys('Escape')
        roundel.sees_no('Close the window')

        roundel.keys('ctrl+2')
        roundel.sees_no('People learn well from one another')
        roundel.keys('ctrl+3')
        roundel.keys('ctrl+1')
        roundel.tab_to('Keep my own notes', role='list item')
        roundel.keys('Return')
        roundel.sees_no('People learn well from one another')
        roundel.quit()
        self.assertEqual(self.home().rows('notebook.db', 'PRAGMA integrity_check'), [('ok',)])

    def test_an_example_is_looked_at_and_deleted(self):
        roundel = self.start()
        roundel.tab_to('Look around in an example', role='list item', key='Down')
        roundel.keys('Return')
        roundel.sees('Difficult conversations about missed deadlines')
        self.stage(roundel, 'example')
        program, = self.home().cli('programs')
        self.assertEqual(program['title'], 'Example: conscious skills')
        document = self.home().cli('program', program['id'])
        self.assertEqual((len(document['members']), len(document['sessions'])), (9, 4))
        self.assertEqual(len(document['conflicts']), 2)
        roundel.does('programs.delete')
        roundel.sees('People learn well from one another')
        self.assertEqual(self.home().cli('programs'), [])

    def test_what_is_on_the_screen_has_a_name(self):
        roundel = self.start()
        for page in ('ctrl+1', 'ctrl+2', 'ctrl+3'):
            roundel.keys(page)
            roundel.sees('Main menu', role='button')
            nameless = [str(node) for node in roundel.nodes() if node.role in CONTROLS and re.match(r'(Gtk|Adw|Roundel|$)', node.name)]
            self.assertEqual(nameless, [], page)

    def test_two_starts_are_one_window(self):
        roundel = self.start()
        self.home().start_again()
        self.assertEqual(len(roundel.windows()), 1)


if __name__ == '__main__':
    main()
