#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What happens to a program while it runs: a session moves, somebody joins, somebody leaves, and that is undone."""
import os
import pathlib
import re

from journey import ROOT, Journey, main, wait

MEMBERS = ROOT / 'tests' / 'fixtures' / 'conscious-skills' / 'members.csv'


class Life(Journey):
    def setUp(self):
        super().setUp()
        self.program = self.home().cli('design', '--outcome', 'leadership-development', '--title', 'Conscious skills', '--topic',
                                       'deadlines', '--pattern', 'weekly-cycle', '--start', '2027-01-14T15:00', '--zone',
                                       'Europe/Oslo', '--members', str(MEMBERS))['program']
        self.roundel = self.start(clock='1@2027-01-10T10:00:00Z')
        self.roundel.press('Conscious skills', role='label')
        self.roundel.sees('Somebody Joins…')

    def document(self):
        return self.home().cli('program', self.program)

    def picture(self, name):
        if 'ROUNDEL_PICTURES' in os.environ:
            self.roundel.picture(pathlib.Path(os.environ['ROUNDEL_PICTURES']) / name)

    def test_a_session_moves_with_all_later_ones(self):
        self.roundel.press('Session 2')
        self.roundel.press('Move…', role='button')
        self.roundel.set('Hour', '9')
        self.roundel.tab_to('All later sessions move along')
        self.roundel.keys('space')
        self.picture('move.png')
        self.roundel.press('Move the Session…', role='button')
        self.roundel.sees('2 later sessions move along.')
        self.picture('move-question.png')
        self.roundel.press('Move', role='button')
        self.roundel.sees(re.compile('“Session 2” is on .* now'))
        wait(lambda: [s['starts'][11:16] for s in self.document()['sessions']] == ['15:00', '09:00', '09:00', '09:00'],
             'the dates are written', 5)

    def test_the_sessions_go_into_a_calendar(self):
        path = self.home().folder / 'sessions.ics'
        self.roundel.tab_to('Calendar File…', key='shift+Tab')
        self.picture('calendar.png')
        self.roundel.keys('Return')
        self.roundel.save_file(path)
        self.roundel.sees('4 sessions are in the calendar file')
        self.assertEqual(path.read_text(encoding='utf-8').count('BEGIN:VEVENT'), 4)

    def test_who_leaves_can_be_brought_back(self):
        before = self.document()
        self.roundel.press('Chen Wei', role='button')
        self.roundel.press('Leaves the Program…')
        self.roundel.sees('Chen Wei leaves?')
        self.picture('leave.png')
        self.roundel.press('Leave', role='button')
        self.roundel.sees('8 members')
        wait(lambda: len(self.document()['circles'][0]['members']) == 8, 'it is written', 5)
        self.roundel.press(re.compile('Undo'), role='button')
        self.roundel.sees('9 members')
        wait(lambda: self.document()['circles'] == before['circles'] and self.document()['partners'] == before['partners'],
             'all is as before', 5)

    def test_who_left_the_program_goes_back_a_day_and_forth(self):
        backups = self.home().folder / 'data' / 'roundel' / 'notebook.db.backups'
        backups.mkdir(exist_ok=True)
        self.home().cli('backup', '--to', backups / '20270109T064100Z.db')
        self.roundel.does('win.leave')
        self.roundel.press('Leave', role='button')
        self.roundel.sees(re.compile('^You have left'))
        self.roundel.does('win.backups')
        self.picture('backups.png')
        self.roundel.press('Restore the backup of Saturday, 9 January, 06:41')
        self.roundel.sees(re.compile(r'^Then: 1 program with 4 sessions.*\nNow: 0 programs'))
        self.picture('backups-ask.png')
        self.roundel.press('Programs Only', role='button')
        self.roundel.sees('The backup is restored')
        self.roundel.sees('Conscious skills')
        self.assertEqual(len(self.document()['sessions']), 4)
        self.roundel.press('Undo', role='button')
        self.roundel.sees('Everything is as it was before')
        self.roundel.sees_no('Conscious skills')
        self.assertEqual(self.home().rows('notebook.db', "SELECT count(*) FROM current WHERE kind = 'program' AND live"), [(0,)])

    def test_who_joins_gets_a_partner(self):
        self.roundel.press('Somebody Joins…')
        self.roundel.set('Name of who joins', 'Kim Park')
        self.roundel.press('Join…', role='button')
        self.roundel.sees('Kim Park joins?')
        self.roundel.press('Join', role='button')
        self.roundel.sees('10 members')
        wait(lambda: 'Kim Park' in [m['name'] for m in self.document()['members']], 'it is written', 5)

    def test_a_name_that_is_being_typed_is_kept_when_the_page_is_left(self):
        self.roundel.press('Everybody…')
        self.roundel.sees('Amara Okafor: Name')
        self.roundel.keys('Return')
        self.roundel.types('Amaranta')
        self.roundel.press('Done', role='button')
        self.roundel.sees('Share…')
        wait(lambda: 'Amaranta' in [member['name'] for member in self.document()['members']], 'the name is written', 5)

    def test_a_program_is_archived_and_held_again(self):
        self.roundel.does('program.archive')
        self.roundel.sees('“Conscious skills” is in the archive')
        self.roundel.sees('Archived')
        wait(lambda: self.document()['archived'] == '2027-01-10', 'it is written', 5)
        self.roundel.press(re.compile('Undo'), role='button')
        wait(lambda: self.document()['archived'] is None, 'it is out of the archive', 5)
        self.roundel.does('program.template')
        self.roundel.sees('Hold “Conscious skills” again?')
        self.picture('again.png')
        self.roundel.press('Make It', role='button')
        self.roundel.sees('Conscious skills, again')
        titles = {program['title']: program['id'] for program in self.home().cli('programs')}
        again = self.home().cli('program', titles['Conscious skills, again'])
        self.assertEqual({member['name'] for member in again['members']}, {None})
        self.assertEqual({session['starts'] for session in again['sessions']}, {None})


if __name__ == '__main__':
    main()
