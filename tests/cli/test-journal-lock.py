#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The journal as an encrypted file, from outside (J1)."""
import os
import unittest

from cli import CliTest

MARK = 'marjoram-and-thyme'


class TestJournalLock(CliTest):
    def setUp(self):
        super().setUp()
        self.words = self.write('words', 'correct horse battery staple\n')
        self.new = self.write('new', 'new words\n')
        self.folder = os.path.join(self.home, 'data', 'roundel')
        self.entry = self.json('journal', 'add', '--kind', 'lesson', MARK)['entry']

    def files(self):
        found = b''
        for folder, _, names in os.walk(self.folder):
            for name in names:
                with open(os.path.join(folder, name), 'rb') as file:
                    found += file.read()
        return found

    def lock(self):
        return self.json('journal', 'lock', '--passphrase-file', self.words)['recovery']

    def test_locked_nothing_can_be_read(self):
        self.assertIn(MARK.encode(), self.files())
        self.lock()
        self.assertNotIn(MARK.encode(), self.files())
        err = self.refused(1, 'journal', 'list')
        self.assertIn('locked journal', err)
        self.assertIn('--passphrase-file', err)
        self.assertIn('not the passphrase', self.refused(1, '--passphrase-file', self.new, 'journal', 'list'))
        self.assertEqual(self.refused(1, 'journal', 'lock', '--passphrase-file', self.words),
                         self.refused(1, 'journal', 'lock', '--passphrase-file', self.words))

    def test_every_command_works_with_the_passphrase(self):
        self.lock()
        of = ('--passphrase-file', self.words)
        other = self.json('journal', 'add', '--kind', 'note', 'rosemary', *of)['entry']
        self.assertEqual({one['id'] for one in self.json('journal', 'list', *of)}, {self.entry, other})
        self.assertEqual([one['id'] for one in self.json('journal', 'search', 'rosemary', *of)], [other])
        promise = self.json('commitment', 'add', 'Ask first', *of)['commitment']
        self.text('practice', promise, '--result', 'worked', *of)
        self.assertEqual(self.json('info', *of)['entries'], 2)
        self.assertNotIn(b'rosemary', self.files())
        self.assertTrue(self.json('check', os.path.join(self.folder, 'journal.db'))['encrypted'])

    def test_the_recovery_key_opens_it_and_chooses_other_words(self):
        recovery = self.lock()
        key = self.write('key', recovery.lower().replace('-', ' ') + '\n')
        self.assertEqual(len(self.json('journal', 'list', '--passphrase-file', key)), 1)
        again = self.json('journal', 'passphrase', '--passphrase-file', key, '--new-passphrase-file', self.new)['recovery']
        self.assertNotEqual(again, recovery)
        for old in [key, self.words]:
            self.assertIn('not the passphrase', self.refused(1, 'journal', 'list', '--passphrase-file', old))
        self.assertEqual(len(self.json('journal', 'list', '--passphrase-file', self.new)), 1)
        self.text('journal', 'unlock', '--passphrase-file', self.new)
        self.assertEqual(len(self.json('journal', 'list')), 1)
        self.assertIn(MARK.encode(), self.files())

    def test_it_lives_on_a_stick(self):
        stick = os.path.join(self.home, 'stick')
        os.mkdir(stick)
        self.lock()
        self.text('journal', 'move', stick)
        self.assertEqual(len(self.json('journal', 'list', '--passphrase-file', self.words)), 1)
        os.rename(stick, stick + '-away')
        err = self.refused(1, 'journal', 'list', '--passphrase-file', self.words)
        self.assertIn(stick, err)
        self.assertIn('not there now', err)
        self.assertIn('not there now', self.refused(1, 'journal', 'add', '--kind', 'note', 'lost'))
        self.assertFalse(os.path.exists(stick))
        os.rename(stick + '-away', stick)
        self.text('journal', 'move', self.folder)
        self.assertEqual(len(self.json('journal', 'list', '--passphrase-file', self.words)), 1)
        self.assertEqual([name for name in os.listdir(stick) if not name.endswith('.lock')], [])

    def test_a_backup_of_it_is_locked_and_comes_back(self):
        self.lock()
        copy = os.path.join(self.home, 'copy.db')
        self.json('programs')  # a notebook to copy
        self.text('backup', '--to', copy)
        with open(os.path.join(self.home, 'copy.private.db'), 'rb') as file:
            self.assertNotIn(MARK.encode(), file.read())
        self.text('journal', 'add', '--kind', 'note', 'later', '--passphrase-file', self.words)
        self.text('restore', copy)
        self.assertEqual([one['text'] for one in self.json('journal', 'list', '--passphrase-file', self.words)], [MARK])

    def test_daily_backups_are_locked_with_it(self):
        self.json('programs')  # a notebook to copy
        self.text('backup', '--to', os.path.join(self.folder, 'copy.db'))
        backups = os.path.join(self.folder, 'notebook.db.backups')
        os.makedirs(backups, exist_ok=True)
        os.rename(os.path.join(self.folder, 'copy.private.db'), os.path.join(backups, '20270101T000000Z.private.db'))
        self.assertIn(MARK.encode(), self.files())
        self.lock()
        self.assertNotIn(MARK.encode(), self.files())

    def test_wrong_usage(self):
        self.refused(2, 'journal', 'lock')
        self.refused(2, 'journal', 'unlock')
        self.refused(2, 'journal', 'passphrase', '--passphrase-file', self.words)
        self.refused(2, 'journal', 'lock', 'now', '--passphrase-file', self.words)


if __name__ == '__main__':
    unittest.main()
