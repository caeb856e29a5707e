#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Three people, three notebooks: whatever the order in which share files go round, all print the same program."""
import itertools
import json
import os
import unittest

from share import ShareTest, new_id

MEMBERS = os.path.join(os.path.dirname(__file__), '../fixtures/conscious-skills/members.csv')
# Each gives each of the others a file: 720 orders in which that can happen. A run for every one takes minutes.
ORDERS = list(itertools.permutations(itertools.permutations(('ada', 'ben', 'cem'), 2)))
STRIDE = int(os.environ.get('ROUNDEL_ORDERS_STRIDE', '97'))


class TestExchange(ShareTest):
    def setUp(self):
        super().setUp()
        self.ada, self.ben, self.cem = (self.person(name) for name in ('ada', 'ben', 'cem'))
        self.people = {'ada': self.ada, 'ben': self.ben, 'cem': self.cem}
        self.program = self.ada.json('design', '--outcome', 'leadership-development', '--title', 'Conscious skills',
                                     '--topic', 'difficult conversations about missed deadlines',
                                     '--start', '2027-01-14T15:00', '--zone', 'Europe/Oslo', '--members', MEMBERS,
                                     '--pattern', 'weekly-cycle')['program']
        for person in (self.ben, self.cem):
            person.merge(self.ada.export(self.program))
        self.design = self.ada.json('program', self.program)
        self.assertEqual([self.ben.json('program', self.program), self.cem.json('program', self.program)], [self.design] * 2)

    def edit(self):
        """What each does, not knowing of the others: the same text three times, a deletion against an edit, something
        new, something erased, another deletion."""
        first, second, third, fourth = [session['id'] for session in self.design['sessions']]
        circle = self.design['circles'][0]['id']
        seats = [member['id'] for member in self.design['members']]
        for number, (name, person) in enumerate(self.people.items()):
            person.put(self.program, self.program, 'program', title=f'Conscious skills ({name})', topic='missed deadlines')
            person.put(self.program, seats[number], 'member', name=name.title())
            person.put(self.program, new_id(), 'lesson', text=f'What {name} learned')
        self.ada.put(self.program, seats[5], 'member', name='Dora')
        self.ben.put(self.program, seats[5], 'member', name='Dora')
        self.ada.put(self.program, first, 'session', 'schedule', circle, starts='2027-01-15T09:00', zone='Europe/Oslo',
                     seconds=5400, place='The library')
        self.ben.write('delete', self.program, first)
        self.cem.write('delete', self.program, fourth)
        self.cem.put(self.program, second, 'session', 'plan', circle, title='Stories of success')
        self.ben.put(self.program, second, 'session', 'plan', circle, title='Stories of failure')
        lesson = new_id()
        self.cem.put(self.program, lesson, 'lesson', text='Taken back at once')
        self.cem.write('erase', self.program, lesson)

    def assert_agree(self, people):
        """The same document, and the same conflicts, to the byte."""
        documents = {person.text('--json', 'program', self.program) for person in people}
        self.assertEqual(len(documents), 1)
        self.assertEqual(len({person.text('--json', 'conflicts') for person in people}), 1)
        self.assertEqual(len({person.records(self.program) for person in people}), 1)
        return documents.pop()

    def test_every_order_of_three_files_in_every_notebook(self):
        self.edit()
        files = [person.export(self.program) for person in self.people.values()]
        met = []
        for number, order in enumerate(itertools.permutations(files)):
            for name, person in self.people.items():
                one_by_one = person.copy(f'{self.home}/{name}-{number}')
                for file in order:
                    one_by_one.merge(file)
                met.append(one_by_one)
            at_once = self.person(f'new-{number}')
            self.assertEqual(at_once.merge(*order)['joined'], 1)
            met.append(at_once)
        document = json.loads(self.assert_agree(met))
        # and nothing is lost: an edit beats a deletion, what was written at once stands side by side
        self.assertEqual(len(document['sessions']), 3)
        self.assertEqual(document['sessions'][0]['starts'], '2027-01-15T09:00:00+01:00')
        self.assertEqual({lesson['text'] for lesson in document['lessons']}, {f'What {name} learned' for name in self.people})
        self.assertEqual({member['name'] for member in document['members']} & {'Ada', 'Ben', 'Cem', 'Dora'},
                         {'Ada', 'Ben', 'Cem', 'Dora'})
        conflicts = met[0].json('conflicts')
        self.assertEqual({(conflict['kind'], conflict['field'], len(conflict['versions'])) for conflict in conflicts},
                         {('program', 'title', 3), ('session', 'title', 2)})
        # settled by one, it is settled for all
        for conflict in conflicts:
            met[0].text('resolve', conflict['id'], '--keep', len(conflict['versions']))
        file = met[0].export(self.program)
        for person in met[1:4]:
            person.merge(file)
            self.assertEqual(person.json('conflicts'), [])
        self.assert_agree(met[:4])

    def test_every_order_in_which_they_meet(self):
        self.edit()
        seen = set()
        for number, order in list(enumerate(ORDERS))[::STRIDE]:
            people = {name: person.copy(f'{self.home}/{name}-met-{number}') for name, person in self.people.items()}
            for giver, taker in order:
                people[taker].merge(people[giver].export(self.program))
            seen.add(self.assert_agree(people.values()))
        self.assertEqual(len(seen), 1)

    def test_the_same_file_twice_changes_nothing(self):
        self.edit()
        file = self.ben.export(self.program)
        self.ada.merge(file)
        before, document = self.ada.bytes(), self.ada.text('--json', 'program', self.program)
        for _ in range(2):
            out = self.ada.merge(file)
            self.assertEqual((out['added'], out['changed'], out['conflicts'], out['revisions']), (0, 0, 0, 0))
        self.assertEqual(self.ada.merge(file, file)['changed'], 0)
        self.assertEqual(self.ada.bytes(), before)
        self.assertEqual(self.ada.text('--json', 'program', self.program), document)


if __name__ == '__main__':
    unittest.main()
