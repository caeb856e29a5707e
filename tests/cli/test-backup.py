#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
import hashlib
import os
import shutil
import sqlite3
import stat
import unittest

from cli import CliTest


def digest(path):
    with open(path, 'rb') as file:
        return hashlib.sha256(file.read()).hexdigest()


class Backup(CliTest):
    def setUp(self):
        super().setUp()
        self.notebook = os.path.join(self.home, 'data', 'roundel', 'notebook.db')
        self.journal = os.path.join(self.home, 'data', 'roundel', 'journal.db')
        self.copy = os.path.join(self.home, 'copy.db')

    def fill(self):
        return self.json('fill', '--members', '12', '--sessions', '5', '--entries', '40')

    def texts(self):
        return [entry['text'] for entry in self.json('journal', 'list')]

    def damage(self, path, find, replace):
        with open(path, 'r+b') as file:
            data = file.read()
            self.assertIn(find, data)
            file.seek(0)
            file.write(data.replace(find, replace, 1))

    def test_fill_and_info_count_the_same(self):
        filled = self.fill()
        self.assertEqual((filled['programs'], filled['sessions'], filled['entries']), (2, 5, 40))
        info = self.json('info')
        for key in ('programs', 'sessions', 'entries', 'revisions'):
            self.assertEqual(info[key], filled[key])
        self.assertEqual(info['schema'], 2)
        self.assertEqual(len(info['device']), 36)
        self.assertGreater(info['bytes'], 40 * 300)
        self.assertIn('2 programs, 5 sessions, 40 entries', self.text('info'))
        self.assertIn('not empty', self.refused(1, 'fill', '--entries', '1'))
        self.refused(2, 'fill', '--entries', '-1')

    def test_the_same_seed_gives_the_same(self):
        self.fill()
        one = self.texts()
        other = ('--notebook', os.path.join(self.home, 'b', 'n.db'))
        third = ('--notebook', os.path.join(self.home, 'c', 'n.db'))
        self.json(*other, 'fill', '--entries', '40', '--members', '12', '--sessions', '5')
        self.json(*third, 'fill', '--entries', '40', '--members', '12', '--sessions', '5', '--seed', '2')
        self.assertEqual(one, [entry['text'] for entry in self.json(*other, 'journal', 'list')])
        self.assertNotEqual(one, [entry['text'] for entry in self.json(*third, 'journal', 'list')])

    def test_what_is_lost_comes_back(self):
        self.fill()
        texts, info = self.texts(), self.json('info')
        made = self.json('backup', '--to', self.copy)
        private = os.path.join(self.home, 'copy.private.db')
        self.assertEqual(made, {'notebook': self.copy, 'journal': private})
        for path in (self.copy, private):
            self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o600)
            self.assertEqual(self.json('check', path)['ok'], True)
        before = digest(self.copy)

        self.json('journal', 'add', '--kind', 'note', 'Written afterwards')
        restored = self.json('restore', self.copy)
        self.assertEqual(restored['restored'], ['notebook', 'journal'])
        self.assertEqual(self.texts(), texts)
        self.assertEqual(self.json('info')['revisions'], info['revisions'])
        self.assertEqual(digest(self.copy), before)
        # and what was there is kept
        kept = [path for path in restored['kept'] if 'journal' in path]
        self.assertEqual(self.json('check', kept[0]), {'kind': 'journal', 'schema': 2, 'ok': True, 'problems': []})
        self.json('restore', kept[0])
        self.assertEqual(self.texts()[0], 'Written afterwards')

    def test_whoever_writes_has_a_backup_a_day(self):
        self.fill()
        before = self.texts()
        for text in ('One', 'Two'):
            self.json('journal', 'add', '--kind', 'reflection', text)
        names = sorted(os.listdir(self.notebook + '.backups'))
        self.assertEqual(len(names), 2, names)
        self.assertTrue(names[0].endswith('Z.db') and names[1].endswith('Z.private.db'), names)
        self.json('restore', os.path.join(self.notebook + '.backups', names[0]))
        self.assertEqual(self.texts(), before)

    def test_a_restore_where_nothing_is_left(self):
        self.fill()
        texts = self.texts()
        self.json('backup', '--to', self.copy)
        shutil.rmtree(os.path.dirname(self.notebook))
        self.assertEqual(self.json('restore', self.copy)['kept'], [])
        self.assertEqual(self.texts(), texts)

    def test_a_restore_over_a_damaged_file(self):
        self.fill()
        texts = self.texts()
        self.json('backup', '--to', self.copy)
        with open(self.journal, 'r+b') as file:
            file.write(b'nothing of a database is left here')
        self.refused(1, 'journal', 'list')
        kept = self.json('restore', self.copy)['kept']
        self.assertEqual(self.texts(), texts)
        with open([path for path in kept if 'journal' in path][0], 'rb') as file:
            self.assertTrue(file.read().startswith(b'nothing of a database'))

    def test_a_damaged_backup_changes_nothing(self):
        self.fill()
        self.json('backup', '--to', self.copy)
        self.damage(self.copy, b'"title":"', b'"tixle":"')
        was = digest(self.notebook)
        self.assertIn('damaged', self.refused(1, 'restore', self.copy))
        self.assertEqual(digest(self.notebook), was)
        self.assertEqual([name for name in os.listdir(os.path.dirname(self.notebook)) if 'before' in name], [])

    def test_a_backup_goes_over_a_backup_and_nothing_else(self):
        self.fill()
        self.json('backup', '--to', self.copy)
        self.json('backup', '--to', self.copy)
        thesis = self.write('thesis.txt', 'Four years of work')
        self.refused(1, 'backup', '--to', thesis)
        with open(thesis, encoding='utf-8') as file:
            self.assertEqual(file.read(), 'Four years of work')
        self.refused(1, 'backup', '--to', self.notebook)
        self.refused(1, 'backup', '--to', self.journal)
        self.refused(1, 'backup', '--to', os.path.join(self.home, 'no', 'where.db'))
        self.refused(1, 'restore', self.notebook)
        self.refused(1, 'restore', thesis)
        self.refused(2, 'restore')
        self.refused(2, 'backup')
        self.assertEqual([name for name in os.listdir(self.home) if name.startswith('copy.db.')], [])

    def test_check_names_what_a_file_is(self):
        self.fill()
        self.assertEqual(self.json('check', self.notebook), {'kind': 'notebook', 'schema': 2, 'ok': True, 'problems': []})
        self.assertEqual(self.json('check', self.journal), {'kind': 'journal', 'schema': 2, 'ok': True, 'problems': []})
        self.assertIn('sound journal', self.text('check', self.journal))
        self.refused(1, 'check', self.write('thesis.txt', 'Four years of work'))
        self.refused(1, 'check', self.write('empty.db', ''))
        self.refused(1, 'check', os.path.join(self.home, 'nowhere.db'))
        self.refused(1, 'check', self.home)
        self.refused(2, 'check')

    def bad(self, path, *said):
        code, out, err = self.run_cli('check', path)
        self.assertEqual(code, 1, out)
        self.assertEqual(len(err.splitlines()), 1, err)
        for words in said:
            self.assertIn(words, out)

    def test_check_finds_an_altered_text(self):
        self.fill()
        self.damage(self.notebook, b'"topic":"', b'"tobic":"')
        self.bad(self.notebook, 'not what was written')

    def change(self, path, sql):
        db = sqlite3.connect(path)
        db.execute(sql)
        db.commit()
        db.close()

    def test_check_finds_a_record_that_shows_something_else(self):
        self.fill()
        self.change(self.notebook, 'UPDATE current SET seq = seq - 1 WHERE seq = 3')
        self.bad(self.notebook, 'old text')

    def test_check_finds_an_entry_that_is_not_listed(self):
        self.fill()
        self.change(self.journal, 'DELETE FROM entry WHERE seq = 7')
        self.bad(self.journal, 'not listed')

    def test_check_finds_an_index_that_lost_a_text(self):
        self.fill()
        self.change(self.journal, "UPDATE search_data SET block = x'00' WHERE id > 10")
        self.bad(self.journal)


if __name__ == '__main__':
    unittest.main()
