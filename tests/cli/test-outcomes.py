#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
import unittest

from cli import CliTest


class Outcomes(CliTest):
    def test_there_are_ten_each_with_its_question(self):
        outcomes = self.json('outcomes')
        self.assertEqual([outcome['number'] for outcome in outcomes], list(range(1, 11)))
        self.assertEqual(outcomes[2]['id'], 'leadership-development')
        for outcome in outcomes:
            self.assertTrue(outcome['question'].endswith('?'))
            self.assertTrue(outcome['question'].startswith(outcome['name']))

    def test_the_text_names_each_and_why_there_is_one(self):
        text = self.text('outcomes')
        for outcome in self.json('outcomes'):
            self.assertIn(outcome['name'], text)
            self.assertIn(outcome['asks'], text)
        self.assertIn('two houses on one foundation', text)

    def test_the_formats_of_an_outcome_exist(self):
        known = {form['id'] for form in self.json('formats')}
        for outcome in self.json('outcomes'):
            self.assertLessEqual(set(outcome['formats']), known)

    def test_the_weekly_cycle_is_a_pattern_of_four_sessions(self):
        patterns = {pattern['id']: pattern for pattern in self.json('patterns')}
        self.assertEqual(patterns['weekly-cycle']['sessions'], 4)
        self.assertIn('Weekly cycle', self.text('patterns'))

    def test_two_designs_stand_side_by_side(self):
        values = {row['value']: row for row in self.json('outcomes', 'support', 'leadership-development')}
        self.assertEqual(set(values), {'circle', 'minutes', 'rhythm', 'formats', 'facilitation', 'between', 'measures'})
        self.assertEqual((values['minutes']['support'], values['minutes']['leadership-development']), ('1 hour', '\u20663½\u2069 hours'))
        self.assertIn('session 4', values['facilitation']['leadership-development'])
        self.assertIn('Case Clinic', values['formats']['leadership-development'])
        for row in values.values():
            self.assertNotEqual(row['support'], row['leadership-development'])
        self.assertIn('technique would crowd it out', self.text('outcomes', 'support', 'leadership-development'))

    def test_an_argument_too_many_is_refused(self):
        self.assertIn('Name two outcomes', self.refused(2, 'outcomes', 'support'))
        self.assertIn('no outcome “pottery”', self.refused(2, 'outcomes', 'support', 'pottery'))


if __name__ == '__main__':
    unittest.main()
