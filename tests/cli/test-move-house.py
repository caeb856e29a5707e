#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything in one encrypted file, from one computer to another."""
import json
import os
import unittest

from cli import CliTest

MARK = 'marjoram-and-thyme'


class TestMoveHouse(CliTest):
    def setUp(self):
        super().setUp()
        self.words = self.write('words', 'correct horse battery staple\n')
        self.file = os.path.join(self.home, 'house.roundel')
        self.old, self.new = self.computer('old'), self.computer('new')
        self.program = self.at(self.old, 'design', '--outcome', 'support', '--title', 'Conscious skills', '--topic', 'rest',
                               '--start', '2027-01-14T15:00', '--zone', 'Europe/Oslo', '--people', '6')['program']
        self.at(self.old, 'journal', 'add', '--kind', 'lesson', MARK)

    def computer(self, name):
        home = os.path.join(self.home, name)
        os.mkdir(home)
        return {'HOME': home, 'XDG_DATA_HOME': home + '/data', 'XDG_STATE_HOME': home + '/state',
                'XDG_CACHE_HOME': home + '/cache', 'XDG_RUNTIME_DIR': home}

    def at(self, computer, *args):
        return json.loads(self.text('--json', *args, **computer))

    def fails(self, computer, *args):
        code, out, err = self.run_cli(*args, **computer)
        self.assertEqual((code, out), (1, ''), err)
        return err

    def out(self):
        self.at(self.old, 'move-house', 'out', '--to', self.file, '--passphrase-file', self.words)

    def test_everything_is_there_again(self):
        formats = self.old['XDG_DATA_HOME'] + '/roundel/formats'
        os.makedirs(formats)
        with open(formats + '/mine.json', 'w', encoding='utf-8') as file:
            file.write('{}')
        self.out()
        with open(self.file, 'rb') as file:
            content = file.read()
        for mark in [b'SQLite', MARK.encode(), b'Conscious']:
            self.assertNotIn(mark, content)
        os.remove(formats + '/mine.json')
        self.assertEqual(self.at(self.new, 'move-house', 'in', self.file, '--passphrase-file', self.words), {'kept': []})
        self.assertTrue(os.path.exists(self.new['XDG_DATA_HOME'] + '/roundel/formats/mine.json'))
        os.remove(self.new['XDG_DATA_HOME'] + '/roundel/formats/mine.json')
        self.assertEqual(self.at(self.new, 'program', self.program), self.at(self.old, 'program', self.program))
        self.assertEqual([one['text'] for one in self.at(self.new, 'journal', 'list')], [MARK])
        # another computer is another device
        self.assertNotEqual(self.at(self.new, 'info')['device'], self.at(self.old, 'info')['device'])
        self.assertEqual([name for name in os.listdir(self.new['XDG_DATA_HOME'] + '/roundel') if name.startswith('.')], [])

    def test_what_was_there_is_kept(self):
        self.out()
        self.at(self.new, 'journal', 'add', '--kind', 'note', 'of the new one')
        kept = self.at(self.new, 'move-house', 'in', self.file, '--passphrase-file', self.words)['kept']
        self.assertTrue(kept)
        self.assertEqual([one['text'] for one in self.at(self.new, 'journal', 'list')], [MARK])
        private = [path for path in kept if 'journal.db' in path]
        self.text('restore', *private, **self.new)
        self.assertEqual([one['text'] for one in self.at(self.new, 'journal', 'list')], ['of the new one'])

    def test_a_locked_journal_goes_along_locked(self):
        key = self.write('key', 'another one\n')
        self.at(self.old, 'journal', 'lock', '--passphrase-file', key)
        self.out()
        self.at(self.new, 'move-house', 'in', self.file, '--passphrase-file', self.words)
        self.assertIn('locked', self.fails(self.new, 'journal', 'list'))
        self.assertEqual([one['text'] for one in self.at(self.new, 'journal', 'list', '--passphrase-file', key)], [MARK])

    def test_wrong_words_and_damage_change_nothing(self):
        self.out()
        other = self.write('other', 'wrong words\n')
        self.assertIn('not the passphrase', self.fails(self.new, 'move-house', 'in', self.file, '--passphrase-file', other))
        with open(self.file, 'rb') as file:
            content = file.read()
        for length in [10, 100, 300, len(content) // 2, len(content) - 1]:
            with open(self.file, 'wb') as file:
                file.write(content[:length])
            self.fails(self.new, 'move-house', 'in', self.file, '--passphrase-file', self.words)
        self.assertEqual([name for name in os.listdir(self.new['XDG_DATA_HOME'] + '/roundel') if not name.endswith('.lock')], [])
        self.assertIn('Move house', self.fails(self.old, 'merge', self.write_bytes(content)))

    def write_bytes(self, content):
        with open(self.file, 'wb') as file:
            file.write(content)
        return self.file

    def test_the_last_copy_is_known(self):
        self.assertEqual(self.at(self.old, 'move-house')['last_copy'], None)
        self.assertEqual(self.text('move-house', **self.old), 'Last copy outside this computer: never.\n')
        self.out()
        last = self.at(self.old, 'move-house')
        self.assertTrue(last['last_copy'].startswith('2027-01-14T14:00:2'), last)
        self.assertEqual((last['place'], last['same_disk']), (self.home, True))
        self.assertIn('carry it elsewhere', self.text('move-house', **self.old))

    def test_only_its_own_kind_is_replaced(self):
        self.out()
        self.out()
        text = self.write('novel', 'the only copy')
        self.assertIn('stays as it is',
                      self.fails(self.old, 'move-house', 'out', '--to', text, '--passphrase-file', self.words))
        for args in [('out',), ('in',), ('in', self.file), ('out', '--to', self.file), ('up', '--to', self.file)]:
            code, _, _ = self.run_cli('move-house', *args, **self.old)
            self.assertEqual(code, 2, args)


if __name__ == '__main__':
    unittest.main()
