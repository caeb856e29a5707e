#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import stat
import subprocess
import unittest

from cli import CLI, CLOCK, CliTest

NOBODY = '0198a2f0-0000-7000-8000-000000000000'


class Journal(CliTest):
    def add(self, kind, text, *args):
        return self.json('journal', 'add', '--kind', kind, *args, text)['entry']

    def test_what_is_written_is_listed_and_found(self):
        first = self.add('reflection', 'She asked first,\nand I said “no”.')
        second = self.add('lesson', 'Ask before you answer')
        listed = self.json('journal', 'list')
        self.assertEqual([(e['id'], e['kind'], e['text']) for e in listed],
                         [(second, 'lesson', 'Ask before you answer'), (first, 'reflection', 'She asked first,\nand I said “no”.')])
        self.assertRegex(listed[0]['written'], r'^2027-01-14T14:00:\d\dZ$')
        self.assertEqual([e['id'] for e in self.json('journal', 'search', 'ASK')], [second, first])
        self.assertEqual([e['id'] for e in self.json('journal', 'search', 'said', 'fi')], [first])
        self.assertEqual([e['id'] for e in self.json('journal', 'list', '--kind', 'lesson')], [second])
        self.assertEqual(self.json('journal', 'search', '"*'), [])

    def test_it_lies_beside_the_notebook_for_its_owner_alone(self):
        self.add('note', 'Here')
        folder = os.path.join(self.home, 'data', 'roundel')
        self.assertEqual(stat.S_IMODE(os.stat(folder).st_mode), 0o700)
        self.assertEqual(stat.S_IMODE(os.stat(os.path.join(folder, 'journal.db')).st_mode), 0o600)
        there = os.path.join(self.home, 'there', 'my.db')
        self.json('--notebook', there, 'journal', 'add', '--kind', 'note', 'There')
        self.assertTrue(os.path.exists(os.path.join(self.home, 'there', 'journal.db')))
        self.assertEqual([e['text'] for e in self.json('--notebook', there, 'journal', 'list')], ['There'])

    def test_standard_input(self):
        done = subprocess.run([CLI, '--clock', CLOCK, 'journal', 'add', '--kind', 'story', '-'], env=self.env, input='A long\nstory\n',
                              capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.json('journal', 'list')[0]['text'], 'A long\nstory')

    def test_what_makes_no_sense_is_refused(self):
        self.assertIn('coming-up', self.refused(2, 'journal', 'add', 'Text'))
        self.assertIn('coming-up', self.refused(2, 'journal', 'add', '--kind', 'diary', 'Text'))
        self.refused(2, 'journal')
        self.refused(2, 'journal', 'add', '--kind', 'note')
        self.refused(2, 'journal', 'list', 'all')
        self.refused(1, 'journal', 'add', '--kind', 'note', ' ')
        self.refused(1, 'journal', 'add', '--kind', 'note', '-')
        self.assertIn(NOBODY, self.refused(1, 'journal', 'add', '--kind', 'note', '--program', NOBODY, 'Text'))
        self.refused(2, 'journal', 'release', NOBODY)
        self.assertIn(NOBODY, self.refused(1, 'journal', 'takeback', NOBODY))
        self.assertEqual(self.json('journal', 'list'), [])

    def test_a_lesson_is_thanked_for_asked_about_and_taken_back_with_its_answer(self):
        program = self.json('design', '--outcome', 'support', '--title', 'Winter', '--topic', 'Rest', '--people', '2')['program']
        lesson = self.json('journal', 'release', self.add('lesson', 'Ask before you answer'), '--program', program)['lesson']
        self.assertIn('who you are', self.refused(1, 'lessons', 'thank', lesson))
        members = [member['id'] for member in self.json('program', program)['members']]
        self.json('lessons', 'me', program, members[1])
        self.json('lessons', 'thank', lesson)
        self.json('lessons', 'ask', lesson, 'And', 'then?')
        self.json('lessons', 'me', program, members[0])
        self.json('lessons', 'ask', lesson, 'Then I wait')
        shown, = self.json('lessons', 'list', program)
        self.assertEqual((shown['id'], shown['text']), (lesson, 'Ask before you answer'))
        self.assertEqual([(reply['by'], reply['text']) for reply in shown['replies']],
                         [(members[1], None), (members[1], 'And then?'), (members[0], 'Then I wait')])
        self.json('journal', 'takeback', lesson)
        self.assertEqual(self.json('lessons', 'list', program), [])
        path = os.path.join(self.home, 'given.roundel')
        self.json('export', program, '--for', 'members', '--to', path)
        with open(path, 'rb') as file:
            given = file.read()
        self.assertNotIn(b'Then I wait', given)
        self.assertNotIn(b'Ask before you answer', given)
        self.refused(1, 'lessons', 'thank', lesson)
        self.refused(2, 'lessons', 'ask', lesson)

    def test_the_text_is_easy_to_read(self):
        self.assertIn('no entry yet', self.text('journal', 'list'))
        entry = self.add('coming-up', 'The review with everybody\n\nOn Monday')
        self.assertEqual(self.text('journal', 'list'),
                         f'14 Jan 2027, 14:00 · Coming up · {entry}\n  The review with everybody  On Monday\n')
        self.assertIn('  The *review* with', self.text('journal', 'search', 'revie'))
        self.assertIn('Nothing was found', self.text('journal', 'search', 'apples'))
        for _ in range(21):
            self.add('note', 'Filler')
        text = self.text('journal', 'list')
        self.assertEqual(text.count(' · '), 40)
        self.assertIn('--all', text)
        self.assertEqual(self.text('journal', 'list', '--all').count(' · '), 44)


    def test_out_of_sight_and_back(self):
        first, second = self.add('note', 'First #courage'), self.add('note', 'Second')
        self.json('journal', 'delete', first)
        self.assertEqual([e['id'] for e in self.json('journal', 'list')], [second])
        self.assertEqual([e['id'] for e in self.json('journal', 'list', '--bin')], [first])
        self.json('journal', 'restore', first)
        self.assertEqual([e['id'] for e in self.json('journal', 'search', '#courage')], [first])
        self.assertEqual({v['text'] for v in self.json('journal', 'versions', first)}, {'First #courage'})
        self.json('journal', 'delete', second)
        self.assertEqual(self.json('journal', 'empty-bin'), {'erased': 1})
        self.assertIn(second, self.refused(1, 'journal', 'versions', second))
        self.refused(1, 'journal', 'delete', NOBODY)

    def test_out_and_in_again(self):
        self.add('note', 'First')
        path = os.path.join(self.home, 'journal.json')
        self.json('journal', 'export', '--to', path)
        self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o600)
        there = os.path.join(self.home, 'there', 'my.db')
        self.assertEqual(self.json('--notebook', there, 'journal', 'import', path), {'added': 1, 'changed': 0, 'unchanged': 0, 'skipped': []})
        self.assertEqual(self.json('--notebook', there, 'journal', 'import', path), {'added': 0, 'changed': 0, 'unchanged': 1, 'skipped': []})
        self.assertEqual(self.json('--notebook', there, 'journal', 'list'), self.json('journal', 'list'))
        self.refused(2, 'journal', 'export')
        self.assertIn('markdown', self.refused(2, 'journal', 'export', '--format', 'pdf', '--to', path))
        self.refused(1, 'journal', 'import', os.path.join(self.home, 'none.json'))

    def test_a_folder_of_files_and_one_page_for_a_browser(self):
        self.add('lesson', '# Ask first\n\nIt *works* with <him> #courage')
        self.add('note', 'Second')
        folder, page = os.path.join(self.home, 'pages'), os.path.join(self.home, 'journal.html')
        there = os.path.join(self.home, 'there', 'my.db')
        self.assertEqual(self.json('journal', 'export', '--format', 'markdown', '--to', folder)['entries'], 2)
        files = sorted(os.listdir(os.path.join(folder, '2027')))
        self.assertEqual(files, ['2027-01-14-1400-ask-first.md', '2027-01-14-1400-second.md'])
        self.assertEqual(stat.S_IMODE(os.stat(folder).st_mode), 0o700)
        self.assertEqual(stat.S_IMODE(os.stat(os.path.join(folder, '2027', files[0])).st_mode), 0o600)
        self.assertIn('empty folder', self.refused(1, 'journal', 'export', '--format', 'markdown', '--to', folder))
        self.assertEqual(self.json('journal', 'import', folder)['unchanged'], 2)
        self.assertEqual(self.json('--notebook', there, 'journal', 'import', folder)['added'], 2)
        self.assertEqual(self.json('--notebook', there, 'journal', 'list'), self.json('journal', 'list'))
        self.json('journal', 'export', '--format', 'html', '--to', page)
        with open(page, encoding='utf-8') as html:
            text = html.read()
        self.assertIn('<h2>Ask first</h2>', text)
        self.assertIn('It <em>works</em> with &lt;him&gt; #courage', text)

    def test_pages_of_paper(self):
        self.add('note', 'Many lines\n' * 100)
        paper = os.path.join(self.home, 'journal.pdf')
        self.assertEqual(self.json('journal', 'print', '--to', paper)['pages'], 3)
        self.assertEqual(stat.S_IMODE(os.stat(paper).st_mode), 0o600)
        with open(paper, 'rb') as file:
            self.assertEqual(file.read(5), b'%PDF-')
        self.refused(1, 'journal', 'print', '--to', os.path.join(self.home, 'none', 'journal.pdf'))

    def test_notes_of_another_program_come_in_once(self):
        notes = os.path.join(self.home, 'notes')
        os.makedirs(os.path.join(notes, 'deep'))
        with open(os.path.join(notes, '2026-05-04.txt'), 'wb') as file:
            file.write(b'Old words\r\nof two lines')
        with open(os.path.join(notes, 'deep', 'Team.md'), 'w', encoding='utf-8') as file:
            file.write('---\ndate: 2026-06-01 09:30\ntags: [work, people]\n---\nWe met.\n')
        with open(os.path.join(notes, 'not.md'), 'wb') as file:
            file.write(b'\xff\xfe')
        os.mkfifo(os.path.join(notes, 'pipe.md'))
        os.symlink('/etc/hostname', os.path.join(notes, 'link.txt'))
        first = self.json('journal', 'import', notes)
        self.assertEqual((first['added'], sorted(os.path.basename(s['file']) for s in first['skipped'])),
                         (2, ['link.txt', 'not.md', 'pipe.md']))
        again = self.json('journal', 'import', notes)
        self.assertEqual((again['added'], again['changed'], again['unchanged']), (0, 0, 2))
        team, old = self.json('journal', 'list')
        self.assertEqual((old['text'], old['written'][:10]), ('Old words\nof two lines', '2026-05-04'))
        self.assertEqual(team['text'], '# Team\n\n---\ndate: 2026-06-01 09:30\ntags: [work, people]\n---\nWe met.\n')
        self.assertEqual((team['tags'], team['written'][:16]), (['work', 'people'], '2026-06-01T09:30'))


class Commitments(CliTest):
    def test_a_partner_meeting_is_planned_and_noted(self):
        meeting = self.json('partner', 'plan', '--at', '2027-01-17T16:00:00Z', '--with', 'Benoît', '--minutes', '20')['meeting']
        planned, = self.json('partner', 'list')
        self.assertEqual((planned['with'], planned['seconds'], planned['held']), ('Benoît', 1200, False))
        self.assertEqual(self.json('partner', 'note', meeting, '--mine', 'Ask before noon', '--theirs', 'Wait')['meeting'], meeting)
        noted, = self.json('partner', 'list')
        self.assertEqual((noted['with'], noted['held'], noted['mine'], noted['theirs']), ('Benoît', True, 'Ask before noon', 'Wait'))
        self.assertEqual(noted['at'], planned['at'])
        self.assertIn(NOBODY, self.refused(1, 'partner', 'note', NOBODY))
        self.refused(2, 'partner', 'plan')
        self.refused(2, 'partner', 'plan', '--at', 'soon')

    def test_a_commitment_and_its_practice(self):
        mine = self.json('commitment', 'add', 'Ask first', '--due', '2027-01-21', '--cue', 'when he is late')['commitment']
        self.assertEqual(self.json('commitment', 'list'),
                         [{'id': mine, 'text': 'Ask first', 'due': '2027-01-21', 'cue': 'when he is late', 'program': None,
                           'status': 'open', 'made': self.json('commitment', 'list')[0]['made'], 'strength': 0}])
        weaker = self.json('practice', mine, '--result', 'not-yet')['strength']
        stronger = self.json('practice', mine, '--result', 'worked', '--confidence', '4', '--what', 'He laughed')['strength']
        self.assertAlmostEqual(stronger, 1 - 0.5 ** (7 ** 0.5 / 13))
        self.assertAlmostEqual(weaker, stronger / 2)
        self.assertAlmostEqual(self.json('commitment', 'list')[0]['strength'], stronger)
        self.assertIn('strength 13 %', self.text('commitment', 'list'))
        self.assertIn('Ask first · open', self.text('commitment', 'list'))

    def test_what_makes_no_sense_is_refused(self):
        self.assertIn('2027-02-30', self.refused(2, 'commitment', 'add', 'Text', '--due', '2027-02-30'))
        self.refused(2, 'commitment', 'add', 'Text', '--due', 'tomorrow')
        self.refused(2, 'commitment', 'add', 'Text', '--show')
        self.refused(2, 'commitment')
        self.refused(1, 'commitment', 'add', 'Text', '--program', NOBODY, '--show')
        self.assertEqual(self.json('commitment', 'list'), [])
        self.assertIn(NOBODY, self.refused(1, 'practice', NOBODY, '--result', 'worked'))
        self.refused(2, 'practice', NOBODY)
        self.refused(2, 'practice', NOBODY, '--result', 'never')
        self.refused(2, 'practice', NOBODY, '--result', 'worked', '--confidence', '0')
        self.refused(2, 'practice', '--result', 'worked')


if __name__ == '__main__':
    unittest.main()
