#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
import pathlib
import unittest
from datetime import date, datetime

from cli import CliTest

EXAMPLE = pathlib.Path(__file__).parent.parent / 'fixtures' / 'conscious-skills' / 'members.csv'

LIFE = ('--outcome', 'support', '--title', 'Life', '--topic', 't', '--people', '6', '--pattern', 'weekly-cycle', '--start',
        '2027-01-14T15:00', '--zone', 'Europe/Oslo')


class Design(CliTest):
    def example(self, *more):
        return ('design', '--outcome', 'leadership-development', '--title', 'Conscious skills',
                '--topic', 'difficult conversations about missed deadlines', '--start', '2027-01-14T15:00',
                '--zone', 'Europe/Oslo', '--members', str(EXAMPLE), '--pattern', 'weekly-cycle', *more)

    def test_the_example_is_four_thursdays_with_two_conflicts(self):
        design = self.json(*self.example())
        program = self.json('program', design['program'])
        names = {member['id']: member['name'] for member in program['members']}

        self.assertEqual(design['outcome'], 'leadership-development')
        self.assertEqual(program['topic'], 'difficult conversations about missed deadlines')
        self.assertEqual([session['starts'] for session in program['sessions']],
                         [f'2027-{day}T15:00:00+01:00' for day in ('01-14', '01-21', '01-28', '02-04')])
        self.assertEqual([session['number'] for session in program['sessions']], [1, 2, 3, 4])
        self.assertEqual([session['id'] for session in program['sessions']], design['sessions'])
        for session in program['sessions']:
            self.assertEqual(datetime.fromisoformat(session['starts']).strftime('%A'), 'Thursday')
            self.assertEqual((session['seconds'], session['mode']), (3600, 'in-person'))
            self.assertEqual([item['kind'] for item in session['between']], ['overview', 'partner', 'real'])
        self.assertEqual(design['conflicts'], program['conflicts'])
        self.assertEqual([(conflict['kind'], [names[member] for member in conflict['members']])
                          for conflict in program['conflicts']],
                         [('reporting-line', ['Amara Okafor', 'Dagny "Dag" Sørensen']), ('level', ['Ingrid Vollan'])])
        self.assertEqual([member['name'] for member in program['members']],
                         [names[member] for member in program['circles'][0]['members']])
        self.assertEqual(sorted(sum(design['partners'], [])), sorted(names))
        self.assertEqual(program['ledger'], {member: {'had': 0, 'owed': 0} for member in names})
        self.assertEqual(program['lessons'], [])
        self.assertIn('Conscious skills', self.text('program', 'conscious skills'))

    def test_a_calendar_has_each_session(self):
        program = self.json(*self.example())['program']
        path = self.write('old.ics', 'written over')

        self.assertEqual(self.json('calendar', program, '--to', path), {'file': path, 'sessions': 4})
        with open(path, encoding='utf-8', newline='') as file:
            lines = file.read().split('\r\n')
        self.assertEqual([line for line in lines if line.startswith('DTSTART;')],
                         [f'DTSTART;TZID=Europe/Oslo:2027{day}T150000' for day in ('0114', '0121', '0128', '0204')])
        self.assertIn('no circle “x”', self.refused(1, 'calendar', program, '--circle', 'x', '--to', path))
        self.assertIn('Which file?', self.refused(2, 'calendar', program))
        self.assertIn('No such file', self.refused(1, 'calendar', program, '--to', self.home + '/none/a.ics'))

    def test_papers_are_printed(self):
        program = self.json(*self.example())['program']
        path = self.write('letters.pdf', 'written over')

        self.assertEqual(self.json('print', program, '--paper', 'support-letter', '--to', path), {'file': path, 'pages': 4})
        with open(path, 'rb') as file:
            self.assertEqual(file.read(5), b'%PDF-')
        self.assertIn('It has: expectation-letter, support-letter', self.refused(1, 'print', program, '--paper', 'ballot', '--to', path))
        self.assertIn('Which paper?', self.refused(2, 'print', program, '--to', path))

    def test_two_outcomes_are_two_houses(self):
        said = self.refused(2, *self.example('--outcome', 'support'))
        self.assertIn('two houses on one foundation', said)
        self.assertIn('Support', said)
        self.assertEqual(self.json('programs'), [])

    def test_all_outcomes_make_programs_whose_plans_sum(self):
        for outcome in self.json('outcomes'):
            with self.subTest(outcome['id']):
                people = outcome['circle_max']
                design = self.json('design', '--outcome', outcome['id'], '--title', outcome['name'], '--topic', 'topic',
                                   '--start', '2027-01-14', '--zone', 'Europe/Oslo', '--people', str(people))
                program = self.json('program', outcome['name'])
                self.assertEqual(program['id'], design['program'])
                self.assertEqual(len(program['sessions']), outcome['sessions'])
                self.assertEqual(len(program['members']), people)
                self.assertEqual(program['sessions'][0]['starts'], '2027-01-14T10:00:00+01:00')
                self.assertEqual({item['starts'][11:16] for item in program['sessions']}, {'10:00'})
                self.assertEqual(design['conflicts'], [])
                readiness = {item['reason']: item for item in self.json('readiness', program['id'])}
                checks = {check['id']: check for item in readiness.values() for check in item['checks']}
                for check in ('plans', 'dates', 'size', 'equal-slots', 'partners'):
                    self.assertTrue(checks[check]['ok'], checks[check])
        self.assertEqual(len(self.json('programs')), 10)

    def test_a_draft_needs_no_names_no_number_and_no_date(self):
        design = self.json('design', '--outcome', 'support', '--title', 'T', '--topic', 'what wears us out')
        program = self.json('program', 'T')
        self.assertEqual(len(program['members']), len(design['circles'][0]['members']))
        self.assertTrue(all(member['name'] is None for member in program['members']))
        first = date.fromisoformat(program['sessions'][0]['starts'][:10])
        self.assertEqual((first.strftime('%A'), (first - date(2027, 1, 14)).days >= 28), ('Thursday', True))

    def test_a_session_has_an_agenda_for_those_who_came(self):
        design = self.json(*self.example())
        session = design['sessions'][1]
        members = {member['name'].split()[0]: member['id'] for member in self.json('program', design['program'])['members']}

        agenda = self.json('agenda', session)
        self.assertEqual((agenda['begin'], agenda['end'], agenda['seconds']),
                         ('2027-01-21T15:00:00+01:00', '2027-01-21T16:00:00+01:00', 3600))
        self.assertEqual(sorted(agenda['turns']), sorted(members.values()))
        self.assertEqual(sum(item['seconds'] for item in agenda['rounds']), 3600)
        self.assertEqual({turn['cases'] for turn in agenda['turns'].values()}, {1})
        self.assertEqual(len({turn['slot_seconds'] for turn in agenda['turns'].values()}), 1)
        self.assertEqual(agenda, self.json('agenda', session[:24]))

        present = ['Amara', 'dagny "dag" sørensen', members['Chen'], 'Eitan', 'Grace', 'amara okafor']
        came = [word for name in present for word in ('--present', name)]
        agenda = self.json('agenda', session, *came, '--begin', '15:05', '--end', '15:50')
        self.assertEqual((agenda['begin'], agenda['end'], agenda['seconds']),
                         ('2027-01-21T15:05:00+01:00', '2027-01-21T15:50:00+01:00', 45 * 60))
        self.assertEqual(sorted(agenda['turns']), sorted(members[name] for name in
                                                         ('Amara', 'Dagny', 'Chen', 'Eitan', 'Grace')))
        for item in agenda['rounds']:
            for group in item['groups']:
                together = {seat['member'] for seat in group}
                if len(together) < 5:
                    self.assertFalse({members['Amara'], members['Dagny']} <= together, item['title'])
        self.assertIn('Conscious skills, session 2', self.text('agenda', session, *came))

    def test_a_session_can_be_rehearsed(self):
        session = self.json(*self.example())['sessions'][0]
        rehearsal = self.json('rehearse', session)
        self.assertEqual((rehearsal['planned'], rehearsal['actual']), (3600, 3600))
        events = self.write('events.jsonl', '{"at": 60, "do": "pause"}\n{"at": 180, "do": "resume"}\n')
        rehearsal = self.json('rehearse', session, '--events', events)
        self.assertEqual((rehearsal['planned'], rehearsal['actual']), (3600, 3720))

    def test_a_session_that_makes_no_sense_is_refused(self):
        session = self.json(*self.example())['sessions'][0]
        for code, arguments, said in [
                (1, ('agenda', 'nothing'), 'There is no session “nothing”'),
                (1, ('agenda', session[:4]), 'More than one session'),
                (1, ('agenda', session, '--present', 'Zoë'), 'has no member “Zoë”'),
                (1, ('agenda', session, '--end', '15:02'), 'minutes'),
                (2, ('agenda', session, '--people', '3'), '--present'),
                (2, ('agenda', session, session), 'Which session?'),
                (2, ('agenda', session, '--format', 'troika'), 'Which session?'),
                (2, ('agenda', session, '--begin', 'noon'), '“noon”'),
                (2, ('agenda', '--format', 'troika', '--people', '6', '--present', 'Amara'), '--people')]:
            with self.subTest(arguments):
                self.assertIn(said, self.refused(code, *arguments))

    def test_circles_sessions_and_who_leads_can_be_said(self):
        made = self.json('design', '--outcome', 'management-development', '--title', 'Managers', '--topic', 't', '--people', '14',
                         '--circles', '2', '--sessions', '3', '--minutes', '75', '--facilitator', 'Nora Holm')
        self.assertEqual([len(circle['members']) for circle in made['circles']], [7, 7])
        self.assertIn('14 people in circles: 7 and 7; the published size is 4 to 6.', made['notes'])
        program = self.json('program', 'Managers')
        self.assertEqual([session['seconds'] for session in program['sessions']], [75 * 60] * 6)
        self.refused(2, 'design', '--outcome', 'support', '--title', 'A', '--topic', 't', '--circles', '-1')

    def test_results_are_suggested_added_and_removed(self):
        self.json(*self.example())
        suggested = self.json('results', 'Conscious skills')
        self.assertEqual(suggested[1]['text'], 'Members influence without orders')
        self.assertEqual(suggested[1]['baseline'], None)
        added = self.json('results', 'Conscious skills', '--add', 'Fewer deadlines are missed', '--measure', 'Missed a month',
                          '--baseline', '9', '--target', '3')
        self.assertEqual((added[3]['measure'], added[3]['baseline'], added[3]['target']), ('Missed a month', '9', '3'))
        self.assertIn('Missed a month, from 9 to 3', self.text('results', 'Conscious skills'))
        items = self.json('evaluation', 'Conscious skills')['items']
        self.assertEqual(len(items), 5)
        self.assertIn('Fewer deadlines are missed: Missed a month, from 9 to 3', items[1]['how'])
        self.assertEqual(items[0]['when'], 'Half way, in session 2, and at the end, in session 4')
        self.assertEqual(self.json('results', 'Conscious skills', '--remove', added[3]['id']), suggested)
        self.assertIn('no result with the id', self.refused(1, 'results', 'Conscious skills', '--remove', 'x'))
        self.refused(2, 'results', 'Conscious skills', '--measure', 'alone')

    def test_readiness_is_never_met_on_an_empty_answer(self):
        self.json(*self.example())
        readiness = {item['reason']: item['status'] for item in self.json('readiness', 'Conscious skills')}
        self.assertEqual(readiness, {'equality': 'failed', 'topic': 'open', 'structure': 'open', 'knowledge': 'open',
                                     'application': 'met', 'safety': 'open', 'support': 'open'})
        safety = self.json('readiness', 'Conscious skills')[5]['checks']
        self.assertEqual({check['id']: check['status'] for check in safety}['charter'], 'later')
        self.assertIn('Equality: failed', self.text('readiness', 'Conscious skills'))

    def test_a_bad_row_is_named_and_the_others_come_in(self):
        rows = [f'Person {i},{"nowhere" if i % 25 == 7 else f"p{i}@example.org"},Boss' for i in range(500)]
        path = self.write('people.csv', 'name,email,reports_to,salary\n' + '\n'.join(rows) + '\n')
        arguments = ('design', '--outcome', 'coaching-culture', '--title', 'Many', '--topic', 't', '--members', path)
        design = self.json(*arguments)
        self.assertEqual([(row['row'], row['column']) for row in design['left_out']],
                         [(2 + 7 + 25 * i, 'email') for i in range(20)])
        self.assertEqual(design['ignored_columns'], ['salary'])
        self.assertEqual(len(self.json('program', design['program'])['members']), 480)
        self.assertEqual(design['conflicts'], [])
        self.assertIn('20 rows were left out\n  row 9, email: “nowhere”', self.text(*arguments))

    def test_what_makes_no_sense_is_refused(self):
        base = ('design', '--title', 'T', '--topic', 't')
        support = (*base, '--outcome', 'support')
        latin = self.home + '/latin.csv'
        pathlib.Path(latin).write_bytes('name\nBenoît\n'.encode('latin-1'))
        for code, arguments, said in [
                (2, base, '--outcome'),
                (2, (*base, '--outcome', 'happiness'), 'There is no outcome “happiness”'),
                (2, ('design', '--outcome', 'support', '--topic', 't'), 'title'),
                (2, ('design', '--outcome', 'support', '--title', 't'), 'topic'),
                (2, (*support, '--start', 'tomorrow'), 'Write the start as'),
                (2, (*support, '--start', '2027-02-30'), 'Write the start as'),
                (2, (*support, '--zone', 'Oslo'), 'time zone'),
                (2, (*support, '--days-off', 'easter'), 'Write days off as'),
                (2, (*support, '--people', '1'), 'at least two people'),
                (2, (*support, '--people', '-3'), '--people'),
                (2, (*support, '--people', '8', '--members', str(EXAMPLE)), '--people'),
                (2, (*support, '--pattern', 'daily'), 'There is no pattern “daily”'),
                (2, (*support, 'extra'), '“extra”'),
                (1, (*support, '--members', self.home + '/nobody.csv'), 'nobody.csv'),
                (1, (*support, '--members', latin), 'UTF-8'),
                (1, ('program', 'Nothing'), 'There is no program “Nothing”'),
                (1, ('readiness', 'Nothing'), 'There is no program “Nothing”'),
                (1, ('stress', 'Nothing'), 'There is no program “Nothing”'),
                (2, ('stress', 'Nothing', '--runs', '0'), '--runs'),
                (2, ('program',), 'Which program?')]:
            with self.subTest(arguments):
                self.assertIn(said, self.refused(code, *arguments))
        self.assertEqual(self.json('programs'), [])

    def test_life_happens_to_a_program(self):
        program = self.json('design', *LIFE)['program']
        before = self.json('program', program)
        dry = self.json('change', program, 'move', '2', '2027-02-03', '--later', '--dry-run')
        self.assertEqual(dry, {'done': False, 'notes': ['2 later sessions move along.']})
        self.assertEqual(self.json('program', program), before)
        self.assertEqual(self.json('change', program, 'move', '2', '2027-02-03', '--later')['done'], True)
        self.assertEqual([item['starts'][:16] for item in self.json('program', program)['sessions']],
                         ['2027-01-14T15:00', '2027-02-03T15:00', '2027-02-10T15:00', '2027-02-17T15:00'])
        self.json('change', program, 'join', 'Kim')
        self.json('change', program, 'name', 'Kim', 'Kim Park')
        self.assertIn('Partners from now on', self.text('change', program, 'leave', 'Kim Park'))
        after = self.json('program', program)
        self.assertEqual(len(after['circles'][0]['members']), len(before['circles'][0]['members']))
        for code, arguments, said in [
                (1, ('leave', 'Kim Park'), 'Kim Park is in no circle'),
                (1, ('leave', 'Zoë'), 'has no member “Zoë”'),
                (1, ('move', '9', '2027-02-03'), 'has no session “9”'),
                (1, ('move', '1', 'soon'), 'is no date'),
                (1, ('join', 'Kim', '--circle', 'x'), 'has no circle “x”'),
                (2, ('leave',), 'Say what changes')]:
            with self.subTest(arguments):
                self.assertIn(said, self.refused(code, 'change', program, *arguments))

    def test_a_program_carries_on_and_is_held_again(self):
        program = self.json('design', *LIFE)['program']
        self.json('change', program, 'carry-on')
        self.json('change', program, 'archive')
        document = self.json('program', program)
        self.assertEqual([item['starts'][:10] for item in document['sessions']],
                         [f'2027-{day}' for day in ('01-14', '01-21', '01-28', '02-04', '02-11', '02-18', '02-25')])
        self.assertRegex(document['archived'], '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')
        again = self.json('template', program, '--title', 'Life again', '--start', '2028-01-13')
        self.assertEqual(again['title'], 'Life again')
        document = self.json('program', again['program'])
        self.assertEqual((len(document['members']), len(document['sessions']), document['archived']), (6, 7, None))
        self.assertEqual(document['sessions'][0]['starts'][:16], '2028-01-13T15:00')
        self.json('change', program, 'unarchive')
        self.assertIsNone(self.json('program', program)['archived'])
        self.assertIn('is no date', self.refused(1, 'template', program, '--start', 'soon'))

    def test_what_people_agree_on_is_written(self):
        program = self.json(*self.example())['program']

        def change(*words):
            return self.json('change', program, *words)

        def check(reason, name):
            checks = {item['reason']: item['checks'] for item in self.json('readiness', program)}
            return {item['id']: item['status'] for item in checks[reason]}.get(name)

        change('topic-card', 'Missed deadlines', '--by', 'Chen Wei')
        change('topic-card', 'Long meetings')
        change('vote', 'missed deadlines', '--by', 'Chen Wei')
        self.assertEqual(change('vote', 'Long meetings;Missed deadlines')['notes'], ['Missed deadlines: 2', 'Long meetings: 1'])
        change('topic', 'Missed deadlines')
        self.assertEqual(check('topic', 'topic-chosen'), 'open')
        members = self.json('program', program)['members']
        for member in members:
            change('yes', member['name'])
        self.assertEqual(check('topic', 'topic-chosen'), 'met')
        self.assertIsNone(check('support', 'people-around'))
        self.assertEqual(change('committee', 'Eve')['notes'], [])
        self.assertEqual(check('support', 'people-around'), 'open')
        self.assertEqual(change('committee', 'Chen Wei')['notes'], [])
        self.assertEqual(check('support', 'people-around'), 'met')
        self.assertEqual(change('guest', 'Tomás Ibarra')['notes'], ['Tomás Ibarra is the boss of a member.'])
        self.assertEqual(check('support', 'people-around'), 'failed')
        change('without', 'Tomás Ibarra')
        self.assertEqual(check('support', 'people-around'), 'met')
        change('decision', 'We begin in January', '--on', '2027-01-05')
        change('answer', 'no-report', 'Both said so in writing', '--owner', 'Eve', '--on', '2027-01-07')
        self.assertEqual(check('support', 'no-report'), 'met')
        before = self.json('program', program)['partners']
        self.assertEqual(len(change('pair')['notes']), len(before))
        document = self.json('program', program)
        self.assertFalse({tuple(sorted(group)) for group in before} & {tuple(sorted(group)) for group in document['partners']})
        self.assertEqual([(item['on'], item['text']) for item in document['decisions']], [('2027-01-05', 'We begin in January')])
        change('mode', '2', 'online')
        change('place', '2', 'https://example.org/call')
        session = self.json('program', program)['sessions'][1]
        self.assertEqual((session['mode'], session['place']), ('online', 'https://example.org/call'))
        for n in range(1, 5):
            self.assertEqual(check('safety', 'overheard'), 'open')
            change('unheard', str(n))
        self.assertEqual(check('safety', 'overheard'), 'met')
        change('overheard', '2')
        self.assertEqual(check('safety', 'overheard'), 'open')
        for code, arguments, said in [(1, ('mode', '2', 'moon'), 'is no mode'), (1, ('vote', 'Moon'), 'has no topic card'),
                                      (1, ('without', 'Moon'), 'is not around'), (2, ('decision', 'x', '--on', 'soon'), 'is no day')]:
            with self.subTest(arguments):
                self.assertIn(said, self.refused(code, 'change', program, *arguments))

    def test_nobody_meets_on_a_day_off(self):
        design = self.json('design', '--outcome', 'support', '--title', 'Easter', '--topic', 't', '--people', '6', '--pattern',
                           'weekly-cycle', '--start', '2027-03-18T15:00', '--zone', 'Europe/Oslo', '--days-off',
                           '2027-03-22/2027-03-29')
        starts = [item['starts'] for item in self.json('program', design['program'])['sessions']]
        self.assertEqual([start[:10] for start in starts], ['2027-03-18', '2027-04-01', '2027-04-08', '2027-04-15'])

    def test_a_program_is_rehearsed_a_thousand_times(self):
        design = self.json('design', '--outcome', 'support', '--title', 'Support', '--topic', 't', '--people', '12')
        stress = self.json('stress', 'Support')
        self.assertEqual((stress['runs'], len(stress['members'])), (1000, 12))
        self.assertEqual([item['session'] for item in stress['sessions']], design['sessions'])
        self.assertEqual(stress['held'], sum(item['held'] for item in stress['sessions']))
        self.assertEqual('\n'.join(stress['notes']) + '\n', self.text('stress', 'Support'))

    def test_a_text_cannot_steer_the_terminal(self):
        design = self.json('design', '--outcome', 'support', '--title', 'T\x1b[2J', '--topic', 'x\x1b]0;y\x07')
        for said in (self.text('programs'), self.text('program', design['program']),
                     self.text('readiness', design['program']), self.text('agenda', design['sessions'][0])):
            self.assertNotIn('\x1b', said)
            self.assertNotIn('\x07', said)

    def test_programs_of_one_title_are_told_apart_by_id(self):
        ids = [self.json('design', '--outcome', 'support', '--title', 'Twice', '--topic', 't')['program'] for _ in range(2)]
        self.assertEqual(sorted(item['id'] for item in self.json('programs')), sorted(ids))
        self.assertIn('means more than one program', self.refused(1, 'program', 'Twice'))
        self.assertEqual(self.json('program', ids[1])['id'], ids[1])


if __name__ == '__main__':
    unittest.main()
