#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""export, merge, conflicts and resolve, each by itself."""
import os
import pathlib
import shutil
import socket
import unittest

from share import ShareTest, new_id

MARKS = [b'MARK-OF-A-NOTE', b'MARK-OF-SESSION-1', b'MARK-OF-SESSION-2', b'MARK-OF-A-CHARTER']


class TestExport(ShareTest):
    def setUp(self):
        super().setUp()
        self.start()
        self.file = os.path.join(self.home, 'out.roundel')

    def marks(self, audience, **options):
        content = self.ada.export(self.program, audience, **options).read_bytes()
        return [mark for mark in MARKS if mark in content]

    def test_says_what_it_wrote(self):
        out = self.ada.json('export', self.program, '--for', 'organisers', '--to', self.file)
        self.assertEqual(out, {'file': self.file, 'revisions': 10, 'bytes': os.path.getsize(self.file)})
        self.assertEqual(os.stat(self.file).st_mode & 0o777, 0o600)
        text = self.ada.text('export', self.program, '--for', 'members', '--to', self.file)
        self.assertRegex(text, '“Conscious skills”, for the members\n  9 revisions in ')
        self.assertIn('roundel-cli merge', text)

    def test_each_audience_gets_its_own(self):
        note, one, two, charter = MARKS
        self.assertEqual(self.marks('organisers'), MARKS)
        self.assertEqual(self.marks('members'), [one, two, charter])
        self.assertEqual(self.marks('members', circle='Circle 2'), [two])
        self.assertEqual(self.marks('facilitator', session=self.sessions[0]), [one, charter])
        self.assertEqual(self.marks('facilitator', circle='Circle 2', session=1), [two])

    def test_a_facilitator_is_given_a_session_and_hands_back_what_happened(self):
        """In a notebook of its own, with no note on anybody; afterwards both say the same of the session."""
        session = self.sessions[0]
        self.assertIn('was not held yet', self.ada.refused('held', session))
        nora = self.person('nora')
        nora.merge(self.ada.export(self.program, 'facilitator', session=session))
        self.assertNotIn('MARK-OF-A-NOTE', nora.records(self.program))
        record, at = new_id(), (self.circles[0],)
        nora.put(self.program, new_id(), 'record', '', *at, session=session, began='2027-01-14T15:02:00+01:00',
                 ended='2027-01-14T16:01:00+01:00', had=[self.member], owed=[], promises=1,
                 parts=[{'title': 'Troika Consulting', 'planned': 1740, 'used': 1800, 'format': 'troika'}],
                 roles=[{'role': 'timekeeper', 'member': self.member}])
        nora.put(self.program, new_id(), 'attendance', '', *at, session=session, here=[self.member], guests=1)
        nora.put(self.program, new_id(), 'harvest', '', *at, session=session, lines=['Ask the same day'])
        nora.put(self.program, new_id(), 'evaluation', '', *at, session=session, slips=5, twice_mean=8, changes=['More time'])
        there = nora.json('held', session)
        self.assertEqual(there, {
            'session': session, 'began': '2027-01-14T15:02:00+01:00', 'ended': '2027-01-14T16:01:00+01:00', 'led': None,
            'here': [self.member], 'guests': 1, 'had': [self.member], 'owed': [],
            'roles': [{'role': 'timekeeper', 'member': self.member}],
            'parts': [{'title': 'Troika Consulting', 'format': 'troika', 'planned': 1740, 'used': 1800}], 'promises': 1,
            'harvest': ['Ask the same day'], 'evaluation': {'slips': 5, 'mean': 4.0, 'changes': ['More time']}})
        self.ada.merge(nora.export(self.program, 'facilitator', session=session))
        self.assertEqual(self.ada.json('held', session), there)
        text = self.ada.text('held', session)
        self.assertRegex(text, 'Had a case: Amara\n(.*\n)*timekeeper: Amara\n')
        self.assertIn(' 30 of  29 min  Troika Consulting', text)
        self.assertIn('Worth the time: 4.0 of 5, from 5 slips', text)

    def test_a_program_is_named_by_id_title_or_the_beginning_of_its_id(self):
        for name in [self.program, 'Conscious skills', ' conscious SKILLS', self.program[:12]]:
            self.ada.text('export', name, '--for', 'members', '--to', self.file)

    def test_a_title_that_two_programs_have_names_neither(self):
        other = new_id()
        self.ada.put(other, other, 'program', title='Conscious skills')
        self.assertIn('means more than one program', self.ada.refused('export', 'Conscious skills', '--for', 'members', '--to', self.file))
        self.ada.text('export', other, '--for', 'members', '--to', self.file)

    def test_what_is_not_here_is_not_exported(self):
        def refused(*args):
            return self.ada.refused('export', *args, '--to', self.file)
        self.assertIn('no program “Nonsense”', refused('Nonsense', '--for', 'members'))
        self.assertIn('no program “”', refused('', '--for', 'members'))
        self.assertIn('“Circle 3”', refused(self.program, '--for', 'members', '--circle', 'Circle 3'))
        self.assertIn('means more than one session', refused(self.program, '--for', 'facilitator', '--session', '1'))
        self.assertIn('no session “7”', refused(self.program, '--for', 'facilitator', '--session', '7'))
        self.assertFalse(os.path.exists(self.file))

    def test_only_a_share_file_is_replaced(self):
        text = self.write('text.txt', 'the only copy of a novel\n')
        for path in [self.ada.notebook, text, self.home]:
            self.assertIn('stays as it is', self.ada.refused('export', self.program, '--for', 'members', '--to', path))
        with open(text, encoding='utf-8') as file:
            self.assertEqual(file.read(), 'the only copy of a novel\n')
        for _ in range(2):
            self.ada.text('export', self.program, '--for', 'members', '--to', self.file)
        self.assertEqual([name for name in os.listdir(self.home) if 'out.roundel' in name], ['out.roundel'])

    def test_a_folder_that_is_not_there(self):
        err = self.ada.refused('export', self.program, '--for', 'members', '--to', self.home + '/no/out.roundel')
        self.assertIn('No such file or directory', err)

    def test_wrong_usage(self):
        for args in [(), ('P',), ('P', '--for', 'members'), ('P', '--for', 'boss', '--to', 'F'), ('P', '--to', 'F'),
                     ('P', 'Q', '--for', 'members', '--to', 'F'),
                     ('P', '--for', 'facilitator', '--to', 'F'), ('P', '--for', 'members', '--session', '1', '--to', 'F'),
                     ('P', '--for', 'organisers', '--circle', 'C', '--to', 'F')]:
            self.refused(2, 'export', *args)


class TestPassphrase(ShareTest):
    def setUp(self):
        super().setUp()
        self.start()
        self.ben = self.person('ben')
        self.ben.json('conflicts')
        self.words = self.write('words', 'correct horse battery staple\n')
        self.other = self.write('other', 'correct horse battery stable\r\nand a second line')
        self.file = str(self.ada.export(self.program, passphrase_file=self.words))

    def test_nothing_can_be_read_in_it(self):
        with open(self.file, 'rb') as file:
            content = file.read()
        for mark in [b'SQLite', b'Conscious', b'MARK', b'Amara', b'correct horse']:
            self.assertNotIn(mark, content)
        self.assertEqual(sorted(path.name for path in self.ada.home.iterdir() if path.is_file()),
                         [os.path.basename(self.file)])
        # nor in what was written on the way
        for path in self.ada.home.rglob('*'):
            if path.is_file() and 'notebook.db' not in path.name:
                self.assertNotIn(b'MARK', path.read_bytes(), path)

    def test_it_comes_in_with_its_passphrase_alone(self):
        err = self.ben.refused('merge', '--join', self.file)
        self.assertIn('is encrypted', err)
        self.assertIn('--passphrase-file', err)
        self.assertIn('not the passphrase', self.ben.refused('merge', '--join', '--passphrase-file', self.other, self.file))
        out = self.ben.json('merge', '--join', '--passphrase-file', self.words, self.file)
        self.assertEqual((out['added'], out['joined']), (10, 1))
        self.assertEqual(self.ben.records(self.program), self.ada.records(self.program))
        # with others that are not encrypted
        self.ada.put(self.program, new_id(), 'lesson', text='A lesson')
        out = self.ben.json('merge', '--passphrase-file', self.words, self.file, self.ada.export(self.program))
        self.assertEqual(out['added'], 1)

    def test_a_cut_file_is_said_to_be_damaged(self):
        with open(self.file, 'rb') as file:
            content = file.read()
        for length in [20, 200, len(content) // 2, len(content) - 1]:
            with open(self.file, 'wb') as file:
                file.write(content[:length])
            self.assertIn('is damaged', self.ben.refused('merge', '--join', '--passphrase-file', self.words, self.file))

    def test_it_is_replaced_as_any_share_file(self):
        self.ada.text('export', self.program, '--for', 'members', '--to', self.file)
        self.ben.merge(self.file)
        self.ada.text('export', self.program, '--for', 'members', '--to', self.file, '--passphrase-file', self.words)
        self.assertIn('encrypted', self.ben.refused('merge', self.file))

    def test_a_file_without_a_passphrase(self):
        def refused(path):
            return self.ada.refused('export', self.program, '--for', 'members', '--to', self.home + '/x', '--passphrase-file', path)
        self.assertIn('no passphrase', refused(self.write('empty', '')))
        self.assertIn('no passphrase', refused(self.write('blank', '\nwords')))
        self.assertIn('no passphrase', refused(self.write('long', 'x' * 3000)))
        self.assertIn('No such file', refused(self.home + '/nowhere'))
        self.assertFalse(os.path.exists(self.home + '/x'))


class TestMerge(ShareTest):
    def setUp(self):
        super().setUp()
        self.start()
        self.ben = self.person('ben')
        self.assertEqual(self.ben.json('conflicts'), [])  # the notebook is made
        self.file = self.ada.export(self.program)

    def test_a_program_that_is_not_here_is_asked_about(self):
        err = self.ben.refused('merge', self.file)
        self.assertIn('“Conscious skills” is not in this notebook yet', err)
        self.assertIn('--join', err)
        out = self.ben.json('merge', '--join', self.file)
        self.assertEqual((out['added'], out['changed'], out['conflicts'], out['unchanged'], out['joined']), (10, 0, 0, 0, 1))
        self.assertEqual(self.ben.records(self.program), self.ada.records(self.program))

    def test_a_preview_changes_nothing_and_says_the_same(self):
        before = self.ben.bytes()
        preview = self.ben.json('merge', '--preview', self.file)
        text = self.ben.text('merge', '--preview', self.file)
        self.assertRegex(text, r'“Conscious skills”\n  from someone \([0-9a-f]{6}\): 1 charter, 2 circles, 1 member, '
                               '1 note on a member, 1 program, 2 sessions\n')
        self.assertIn('Would come in: 10 new, 0 changed, 0 in conflict.', text)
        self.assertIn('--join', text)
        self.assertEqual(self.ben.bytes(), before)
        self.assertEqual(self.ben.json('merge', '--join', self.file), preview)

    def test_twice_changes_nothing(self):
        self.ben.merge(self.file)
        before = self.ben.bytes()
        out = self.ben.json('merge', self.file)
        self.assertEqual((out['added'], out['changed'], out['conflicts'], out['unchanged']), (0, 0, 0, 10))
        self.assertEqual(self.ben.text('merge', self.file), 'Nothing new: all 10 revisions are here already.\n')
        self.assertEqual(self.ada.json('merge', self.file)['unchanged'], 10)
        self.assertEqual(self.ben.bytes(), before)

    def test_several_files_at_once_all_or_none(self):
        self.ben.merge(self.file)
        files = []
        for i in range(3):
            self.ada.put(self.program, new_id(), 'lesson', text=f'Lesson {i}')
            files.append(self.ada.export(self.program, 'members'))
        bad = self.write('bad.roundel', 'no share file')
        self.assertIn('bad.roundel', self.ben.refused('merge', *files, bad))
        out = self.ben.json('merge', *files)
        self.assertEqual((out['added'], out['changed']), (3, 0))

    def test_a_change_is_told(self):
        self.ben.merge(self.file)
        self.ada.put(self.program, self.program, 'program', title='Conscious skills', topic='feedback')
        self.assertIn('Came in: 0 new, 1 changed, 0 in conflict.', self.ben.text('merge', self.ada.export(self.program)))

    def test_what_somebody_else_erases_stays_until_it_is_said(self):
        lesson = new_id()
        self.ben.merge(self.file)
        self.ben.put(self.program, lesson, 'lesson', text='MARK-OF-A-LESSON')
        self.ada.merge(self.ben.export(self.program))
        self.ada.write('erase', self.program, lesson)
        self.assertNotIn(b'MARK-OF-A-LESSON', self.ada.bytes())
        file = self.ada.export(self.program)
        self.assertIn('with --erase it goes here too', self.ben.text('merge', file))
        self.assertIn(b'MARK-OF-A-LESSON', self.ben.bytes())
        self.assertEqual(self.ben.json('merge', '--erase', file)['erased_by_others'], 1)
        self.assertNotIn(b'MARK-OF-A-LESSON', self.ben.bytes())

    def test_a_title_cannot_steer_the_terminal(self):
        other = new_id()
        self.ada.put(other, other, 'program', title='Skills \x1b[2J\x07\nand more')
        text = self.ben.text('merge', '--join', self.ada.export(other))
        self.assertIn('“Skills  [2J  and more”', text)
        self.assertNotIn('\x1b', text)

    def test_wrong_usage(self):
        self.refused(2, 'merge')


class TestCard(ShareTest):
    def test_who_comes_in_says_who_writes_here(self):
        self.start()
        ben = self.person('ben')
        ben.text('merge', '--join', '--card', 'Amara', self.ada.export(self.program, 'members'))
        self.assertRegex(ben.records(self.program), rf'card.*{self.member}')
        self.ada.merge(ben.export(self.program, 'members'))
        self.ada.put(self.program, self.charter, 'charter', '', self.circles[0], rules=['As it was'])
        self.assertIn('has no member', ben.run('merge', '--card', 'Nobody', self.ada.export(self.program, 'members'))[2])


class TestSync(ShareTest):
    def setUp(self):
        super().setUp()
        self.start()
        self.folder = pathlib.Path(self.home) / 'Synced'
        self.folder.mkdir()
        self.ben = self.person('ben')
        self.ben.merge(self.ada.export(self.program, 'members'))

    def sync(self, who, *options):
        return who.json('sync', self.program, self.folder, '--for', 'members', *options)

    def test_two_exchange_through_a_folder(self):
        self.assertGreater(self.sync(self.ada)['published'], 5)
        first = self.sync(self.ben)
        self.assertEqual((first['published'], first['read'], first['added'], first['skipped']), (0, 1, 0, []))
        self.ben.put(self.program, new_id(), 'lesson', text='Ask on the day')
        self.assertEqual(self.sync(self.ben)['published'], 1)
        self.assertEqual(self.sync(self.ada)['added'], 1)
        (self.folder / f'{self.program}-members' / 'somebody').mkdir()
        (self.folder / f'{self.program}-members' / 'somebody' / '1-x.roundel').write_text('no share file')
        skipped, = self.sync(self.ada)['skipped']
        self.assertEqual(skipped['file'], 'somebody/1-x.roundel')
        self.assertNotIn(b'MARK-OF-A-NOTE', b''.join(path.read_bytes() for path in self.folder.rglob('*') if path.is_file()))

    def test_an_emptied_folder_is_no_deletion(self):
        self.sync(self.ada)
        shutil.rmtree(self.folder / f'{self.program}-members')
        self.assertIn('is empty now', self.ada.refused('sync', self.program, self.folder, '--for', 'members'))
        self.assertEqual(list(self.folder.iterdir()), [])
        self.assertGreater(self.sync(self.ada, '--anew')['published'], 5)

    def test_wrong_usage(self):
        self.refused(2, 'sync', 'Conscious')
        self.refused(2, 'sync', 'Conscious', self.folder, '--for', 'facilitator')


class TestHostileFiles(ShareTest):
    """Cases 1, 2, 15 and 16: each refused with a sentence, and nothing changed."""

    def setUp(self):
        super().setUp()
        self.start()
        self.ben = self.person('ben')
        self.file = self.ada.export(self.program)
        self.ben.merge(self.file)
        self.ada.put(self.program, new_id(), 'lesson', text='New')
        self.file = self.ada.export(self.program)
        self.bad = os.path.join(self.home, 'bad.roundel')

    def refused_file(self, path):
        for options in [(), ('--preview',), ('--join',)]:
            err = self.ben.refused('merge', *options, path)
            self.assertIn(os.path.basename(path), err)
        return err

    def test_a_sound_file_comes_in(self):
        self.assertEqual(self.ben.json('merge', self.file)['added'], 1)

    def test_a_text_and_an_empty_file(self):
        self.assertIn('was not made by Roundel', self.refused_file(self.write('bad.roundel', 'Dear all,\n' * 1000)))
        self.assertIn('was not made by Roundel', self.refused_file(self.write('bad.roundel', '')))

    def test_a_truncated_file_wherever_it_ends(self):
        whole = self.file.read_bytes()
        for size in [1, 99, 100, 4096, len(whole) // 2, len(whole) - 4096, len(whole) - 1]:
            with open(self.bad, 'wb') as file:
                file.write(whole[:size])
            self.refused_file(self.bad)

    def test_a_flipped_byte(self):
        whole = bytearray(self.file.read_bytes())
        whole[whole.index(b'"New"') + 1] ^= 1
        with open(self.bad, 'wb') as file:
            file.write(whole)
        self.assertIn('a row was altered', self.refused_file(self.bad))

    def test_a_notebook(self):
        self.assertIn('is a notebook', self.refused_file(str(self.ada.notebook)))
        self.assertIn('is a notebook', self.refused_file(str(self.ben.notebook)))

    def test_another_programs_file_is_asked_about(self):
        other = new_id()
        self.ada.put(other, other, 'program', title='Another one')
        file = self.ada.export(other)
        self.assertIn('“Another one” is not in this notebook yet', self.ben.refused('merge', file))
        # nor does it come in together with one that is
        self.assertIn('“Another one”', self.ben.refused('merge', self.file, file))

    def test_what_is_no_ordinary_file(self):
        os.mkfifo(self.bad)
        self.assertIn('is not an ordinary file', self.refused_file(self.bad))
        os.remove(self.bad)
        os.symlink(self.file, self.bad)
        self.assertIn('is not an ordinary file', self.refused_file(self.bad))
        os.remove(self.bad)
        os.mkdir(self.bad)
        self.assertIn('is not an ordinary file', self.refused_file(self.bad))
        self.assertIn('is not an ordinary file', self.refused_file('/dev/zero'))
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(os.path.join(self.home, 'socket'))
            self.refused_file(os.path.join(self.home, 'socket'))

    def test_no_file(self):
        self.assertIn('No such file or directory', self.refused_file(os.path.join(self.home, 'missing.roundel')))


class TestConflicts(ShareTest):
    def setUp(self):
        super().setUp()
        self.start()
        self.ben = self.person('ben')
        self.ben.merge(self.ada.export(self.program))

    def both_write(self, ada, ben):
        """Each writes the topic, not knowing of the other's."""
        self.ada.put(self.program, self.program, 'program', title='Conscious skills', topic=ada)
        self.ben.put(self.program, self.program, 'program', title='Conscious skills', topic=ben)
        file = self.ada.export(self.program)
        self.assertIn('“roundel-cli conflicts”', self.ben.text('merge', file))
        self.ada.merge(self.ben.export(self.program))

    def test_none(self):
        self.assertEqual(self.ada.json('conflicts'), [])
        self.assertEqual(self.ada.text('conflicts'), 'Nothing is in conflict.\n')

    def test_both_see_both_texts_and_who_wrote_them(self):
        self.both_write('feedback', 'delegation')
        conflict, = self.ada.json('conflicts')
        self.assertEqual((conflict['kind'], conflict['field'], conflict['program']), ('program', 'topic', self.program))
        self.assertEqual({version['text'] for version in conflict['versions']}, {'feedback', 'delegation'})
        self.assertEqual(len({version['by'] for version in conflict['versions']}), 2)
        self.assertRegex(conflict['versions'][0]['at'], r'^2027-01-14T14:00:[2-5]\d\+00:00$')    # the clock goes on while it is written
        self.assertEqual(self.ben.json('conflicts'), [conflict])
        self.assertEqual(self.ben.json('conflicts', 'Conscious skills'), [conflict])
        text = self.ada.text('conflicts')
        self.assertIn(f'{conflict["id"]}  “Conscious skills”, program: topic\n', text)
        self.assertRegex(text, r'  \d  you, 2027-01-14 14:00(, shown now)?\n       feedback\n')
        self.assertRegex(text, r'  \d  someone \([0-9a-f]{6}\), 2027-01-14 14:00(, shown now)?\n       delegation\n')
        self.assertEqual(text.count('shown now'), 1)

    def test_the_thing_itself_is_named(self):
        for person, text in [(self.ada, 'Bergen'), (self.ben, 'Oslo')]:
            person.put(self.program, self.sessions[1], 'session', 'schedule', self.circles[1], starts='2027-01-15T15:00',
                       place=text)
            person.put(self.program, self.member, 'member', name='Amara', site=text)
            person.put(self.program, self.circles[0], 'circle', name=text)
        self.ben.merge(self.ada.export(self.program))
        text = self.ben.text('conflicts')
        for line in ['session 1: place', 'member “Amara”: site', 'circle: name']:
            self.assertIn(f'  “Conscious skills”, {line}\n', text)

    def test_of_several_fields_each_is_named(self):
        self.ada.put(self.program, self.member, 'member', name='Amara', team='North', site='Oslo')
        self.ben.put(self.program, self.member, 'member', name='Amara', team='South')
        self.ben.merge(self.ada.export(self.program))
        conflict, = self.ben.json('conflicts')
        self.assertEqual(set(conflict['field'].split(', ')), {'team', 'site'})
        self.assertEqual({frozenset(version['text'].split('\n')) for version in conflict['versions']},
                         {frozenset({'team: North', 'site: Oslo'}), frozenset({'team: South', 'site: '})})

    def test_keeping_one_settles_it_for_both(self):
        for wanted in ['feedback', 'delegation']:
            with self.subTest(wanted):
                self.both_write('feedback', 'delegation')
                conflict, = self.ben.json('conflicts')
                number = 1 + [version['text'] for version in conflict['versions']].index(wanted)
                self.assertIn(f'Kept: {wanted}\n', self.ben.text('resolve', conflict['id'], '--keep', number))
                self.assertEqual(self.ben.json('conflicts'), [])
                out = self.ada.json('merge', self.ben.export(self.program))
                self.assertEqual(out['conflicts'], 0)
                self.assertEqual(self.ada.json('conflicts'), [])
                self.assertIn(f'"topic": "{wanted}"', self.ada.records(self.program))
                self.assertEqual(self.ada.records(self.program), self.ben.records(self.program))

    def test_a_number_never_means_a_text_that_was_not_listed(self):
        self.both_write('feedback', 'delegation')
        conflict, = self.ada.json('conflicts')
        cem = self.person('cem')
        cem.merge(self.ada.export(self.program))
        self.ada.put(self.program, self.program, 'program', title='Conscious skills', topic='a third')
        self.assertIn('no conflict', self.ada.refused('resolve', conflict['id'], '--keep', '2'))
        # elsewhere nothing has happened
        self.assertEqual(cem.json('resolve', conflict['id'][:6], '--keep', '2')['left'], 0)

    def test_wrong_usage(self):
        self.both_write('feedback', 'delegation')
        conflict, = self.ada.json('conflicts')
        self.refused(2, 'conflicts', 'a', 'b')
        self.refused(2, 'resolve')
        self.refused(2, 'resolve', conflict['id'])
        self.refused(2, 'resolve', conflict['id'], '--keep', '0')
        self.refused(2, 'resolve', conflict['id'], '--keep', 'one')
        self.assertIn('it has 2', self.ada.refused('resolve', conflict['id'], '--keep', '3'))
        self.assertIn('no conflict', self.ada.refused('resolve', 'zzz', '--keep', '1'))
        self.assertIn('no conflict', self.ada.refused('resolve', '', '--keep', '1'))


if __name__ == '__main__':
    unittest.main()
