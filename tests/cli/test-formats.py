#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import unittest

from cli import CliTest


class Formats(CliTest):
    def test_there_are_36_and_each_is_whole(self):
        formats = self.json('formats')
        self.assertEqual(len(formats), 36)
        self.assertEqual(len({form['id'] for form in formats}), 36)
        for form in formats:
            for key in ('id', 'name', 'purpose', 'group_min', 'group_max', 'minutes', 'source', 'licence'):
                self.assertIn(key, form)
            low, high = form['minutes']
            self.assertLessEqual(low, high)

    def test_one_format_has_its_steps(self):
        form = self.json('formats', 'troika')
        self.assertEqual([step.get('repeat') for step in form['steps']], [None, 'member'])
        self.assertEqual({step['provenance'] for step in form['steps'][1]['steps']}, {'P'})

    def test_the_list_names_each_with_people_and_minutes(self):
        text = self.text('formats')
        for form in self.json('formats'):
            self.assertIn(form['name'], text)
        self.assertIn('3 or more people, 22–34 min\n', text)

    def test_each_format_can_be_read(self):
        for form in self.json('formats'):
            text = self.text('formats', form['id'])
            self.assertIn(form['name'], text)
            self.assertIn(form['licence'], text)
            self.assertTrue(all(len(line) <= 80 or '://' in line for line in text.splitlines()), text)

    def test_a_broken_file_gets_its_name_the_place_and_what_was_expected(self):
        broken = {**self.json('formats', 'dyad'), 'id': 'mine'}
        folder = os.path.join(self.home, 'data', 'roundel', 'formats')
        os.makedirs(folder)
        path = os.path.join(folder, 'mine.json')
        with open(path, 'w', encoding='utf-8') as file:
            json.dump(broken, file)
        line = self.refused(1, 'formats')
        self.assertIn(path, line)
        self.assertIn('is not known here', line)

    def test_an_unknown_format_is_named(self):
        self.assertIn('nix', self.refused(1, 'formats', 'nix'))
        self.refused(2, 'formats', 'troika', 'dyad')


if __name__ == '__main__':
    unittest.main()
