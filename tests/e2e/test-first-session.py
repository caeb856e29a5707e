#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From nothing to the end of the first session: the program of four weeks is planned, and its first hour is run."""
import json
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
        roundel.press('Bring In 9 People', role='button')
        roundel.sees('9 people came in from members.csv')
        roundel.sees('Dagny "Dag" Sørensen reports to Amara Okafor')
        roundel.press('Next', role='button')

        roundel.set('Title of the program', 'Conscious skills')
        roundel.set('Topic of mutual concern', TOPIC)
        roundel.press('Next', role='button')
        roundel.sees('What should be different afterwards?')
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

    def test_its_first_hour_with_seven_of_nine(self):
        home = self.home()
        made = home.cli('design', '--outcome', 'leadership-development', '--pattern', 'weekly-cycle', '--title', 'Conscious skills',
                        '--topic', TOPIC, '--start', '2027-01-14T15:00', '--zone', 'Europe/Oslo', '--members', CSV)

        roundel = self.start(clock='30@2027-01-14T13:58:00Z')
        roundel.keys('ctrl+2')
        roundel.press(re.compile(', Session 1 · '), role='list item')
        roundel.sees('Start Session', role='button')
        for letter in 'abcdefg':    # Amara to Grace; Hiro and Ingrid are not here
            roundel.keys(letter)
        roundel.sees(re.compile('^7 of 9'))
        roundel.does('run.start')
        roundel.sees('Pause', role='button')
        for _ in range(60):
            if roundel.find('The session is over'):
                break
            roundel.keys('Right')
        roundel.sees(re.compile('7 of 9 were here'))
        roundel.press('Done', role='button')
        roundel.sees_no('The session is over')
        self.assertEqual(home.rows('journal.db', 'SELECT count(*) FROM run'), [(0,)])
        members = {member['name']: member['id'] for member in home.cli('program', made['program'])['members']}
        kept = {kind: json.loads(body) for kind, body in home.rows('notebook.db', """
            SELECT kind, body FROM current JOIN revision USING (seq, kind) WHERE kind IN ('attendance', 'record')""")}
        self.assertEqual(sorted(members[name] for name in members if name[0] in 'ABCDEFG'), sorted(kept['attendance']['here']))
        self.assertEqual([part['title'] for part in kept['record']['parts']][::7], ['Welcome', 'Closing'])

        roundel.keys('ctrl+3')
        roundel.sees('Only you can read this')
        roundel.tab_to('Page of the journal')
        roundel.types('Silence is a question too')
        roundel.press('Make a Promise…', role='button')
        roundel.set('What will you do?', 'Ask the same day')
        roundel.set('When, at which cue?', 'When I see a date slip')
        roundel.press('Promise', role='button')
        roundel.sees('Ask the same day')
        roundel.press('Release a Lesson…', role='button')
        roundel.sees('What will the others read?')
        roundel.press('Release', role='button')
        roundel.sees(re.compile('^Your circle can read this lesson'))
        roundel.quit()

        self.assertEqual([entry['text'] for entry in home.cli('journal', 'list')], ['Silence is a question too'])
        self.assertEqual([(c['text'], c['cue']) for c in home.cli('commitment', 'list')],
                         [('Ask the same day', 'When I see a date slip')])
        self.assertEqual([lesson['text'] for lesson in home.cli('program', made['program'])['lessons']],
                         ['Silence is a question too'])

        # handed on, and brought in by another person
        share = self.folder / 'conscious-skills.roundel'
        home.cli('export', made['program'], '--for', 'members', '--to', share)
        self.assertNotIn(b'Ask the same day', share.read_bytes())
        other = self.home('other')
        other.cli('merge', '--join', share)
        program = other.cli('program', made['program'])
        self.assertEqual([lesson['text'] for lesson in program['lessons']], ['Silence is a question too'])
        roundel = other.start(clock='1@2027-01-15T09:00:00Z')
        roundel.sees('Conscious skills')
        roundel.quit()


if __name__ == '__main__':
    main()
