#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An evening with the journal: what is written survives, what is private stays, and what was released can be taken back."""
import pathlib
import re

from journey import Journey, main, wait

MEMBERS = pathlib.Path(__file__).resolve().parents[1] / 'fixtures' / 'conscious-skills' / 'members.csv'
LESSON = 'Ask on the day one first notices'
SECRET = 'I was sharp about it'


class Journal(Journey):
    def drafts(self):
        return [text for text, in self.home().rows('journal.db', "SELECT json_extract (body, '$.text') FROM draft")]

    def entries(self):
        return [entry['text'] for entry in self.home().cli('journal', 'list', '--all')]

    def open_journal(self):
        roundel = self.start()
        roundel.keys('ctrl+3')
        wait(lambda: roundel.focus() is not None and roundel.focus().name == 'Page of the journal', 'the cursor is in the page')
        return roundel

    def test_what_is_typed_survives_a_kill(self):
        roundel = self.open_journal()
        roundel.types('Asked before it was late')
        roundel.keys('Return')
        roundel.sees('Saved')
        roundel.types(SECRET)
        wait(lambda: any(SECRET in text for text in self.drafts()), 'the draft is on the disk')
        self.assertNotIn(SECRET, ''.join(window for window in [roundel.root.name]))
        roundel.kill()

        roundel = self.open_journal()
        wait(lambda: self.entries() == [f'Asked before it was late\n{SECRET}'], 'it is a version of its page')
        roundel.sees('Asked before it was late')
        roundel.sees('Only you can read this')
        roundel.tab_to('Search everything', key='shift+Tab', most=6)
        roundel.tab_to('Page of the journal', most=6)
        roundel.sees(re.compile('^Asked before it was late, Reflection, '), role='list item')
        roundel.keys('Escape', 'Escape')
        roundel.sees('Show My Page')
        roundel.sees_no('Asked before it was late')
        roundel.keys('Escape')
        roundel.sees('Asked before it was late')
        roundel.quit()

    def test_a_list_goes_on(self):
        roundel = self.open_journal()
        page = roundel.focus()
        for keys in 'Tomorrow', '- [ ] ask Jonas', 'wait':
            roundel.types(keys)
            roundel.keys('Return')
        roundel.keys('Return')
        roundel.types('Enough')
        wait(lambda: page.text == 'Tomorrow\n- [ ] ask Jonas\n- [ ] wait\nEnough', 'the list has ended')
        roundel.keys('ctrl+z', 'ctrl+z')
        wait(lambda: page.text == 'Tomorrow\n- [ ] ask Jonas\n- [ ] wait\n- [ ] ', 'its end is one step')
        roundel.keys('ctrl+z')
        wait(lambda: page.text == 'Tomorrow\n- [ ] ask Jonas\n- [ ] wait', 'so is its next line')
        roundel.quit()

    def test_the_bin_and_earlier_versions(self):
        home = self.home()
        home.cli('journal', 'add', '--kind', 'lesson', f'{SECRET} #hard-talk')
        home.cli('journal', 'add', '--kind', 'note', 'A walk in the woods')
        roundel = self.open_journal()
        roundel.keys('ctrl+f')
        roundel.types('sharp -woods #hard')
        roundel.sees_no(re.compile('^A walk in the woods'), role='list item')
        roundel.keys('Return')
        wait(lambda: roundel.focus().name == 'Page of the journal', 'the page that was found is open')
        roundel.keys('ctrl+End')
        roundel.types(' and I said so')
        roundel.sees('Saved')
        roundel.does('journal.versions')
        roundel.sees('Earlier Versions')
        roundel.keys('Tab', 'Down')
        roundel.press('Bring Back', role='button')
        wait(lambda: f'{SECRET} #hard-talk' in self.entries(), 'it says what it said before')
        roundel.does('journal.delete-entry')
        roundel.sees('Page deleted')
        wait(lambda: self.entries() == ['A walk in the woods'], 'it is in the bin')
        roundel.does('entries.open-bin')
        roundel.sees('Bin', role='label')
        roundel.does('entries.empty-bin')
        roundel.sees('Erase what is in the bin?')
        roundel.keys('alt+e')
        roundel.sees('The bin is empty.')
        roundel.quit()
        for name in ('journal.db', 'journal.db-wal'):
            path = home.folder / 'data' / 'roundel' / name
            self.assertFalse(path.exists() and SECRET.encode() in path.read_bytes(), name)

    def test_a_practice_by_keys_alone(self):
        self.home().cli('commitment', 'add', 'I ask the same day')
        roundel = self.open_journal()
        roundel.keys('ctrl+t')
        roundel.sees('How did it go? Having tried counts.')
        wait(lambda: roundel.focus().name == 'It worked', 'the first answer has the focus')
        roundel.keys('space')
        roundel.tab_to('Keep This', role='button')
        roundel.keys('Return')
        roundel.sees('Noted')
        wait(lambda: len(self.home().rows('journal.db', "SELECT 1 FROM current WHERE kind = 'practice' AND live")) == 1,
             'it is in the journal')
        roundel.quit()

    def test_two_keys_note_a_practice_from_any_page(self):
        self.home().cli('commitment', 'add', 'I ask the same day')
        roundel = self.start()
        roundel.keys('ctrl+t')
        roundel.sees('How did it go? Having tried counts.')
        wait(lambda: roundel.focus().name == 'It worked', 'the first answer has the focus')
        roundel.keys('2')
        roundel.sees('Noted. Say more, if you like.')
        wait(lambda: self.home().rows('journal.db', "SELECT json_extract (r.body, '$.result') FROM current AS c JOIN revision AS r"
                                      " ON r.seq = c.seq WHERE c.kind = 'practice' AND c.live") == [('partly',)], 'it is in the journal')
        roundel.types('She laughed')
        roundel.press('Keep This', role='button')
        wait(lambda: self.home().rows('journal.db', "SELECT json_extract (r.body, '$.what') FROM current AS c JOIN revision AS r"
                                      " ON r.seq = c.seq WHERE c.kind = 'practice' AND c.live") == [('She laughed',)], 'it is the same one')
        roundel.quit()

    def shared(self, name):
        """The bytes of what the members would be given now."""
        path = self.folder / name
        program = self.home().cli('programs')[0]['id']
        self.home().cli('export', program, '--for', 'members', '--to', path)
        return path.read_bytes()

    def test_a_lesson_is_released_and_taken_back(self):
        program = self.home().cli('design', '--outcome', 'leadership-development', '--title', 'Conscious skills', '--topic', 'Deadlines',
                                  '--start', '2027-01-14T15:00', '--zone', 'Europe/Oslo', '--members', MEMBERS)['program']
        self.home().cli('lessons', 'me', program, 'Amara Okafor')
        roundel = self.open_journal()
        roundel.types(f'{SECRET}. Then Jonas spoke.')
        roundel.sees('Saved')
        roundel.keys('ctrl+shift+r')
        roundel.sees('What will the others read?')
        roundel.sees(re.compile('Jonas'))
        roundel.sees('1 is still to be asked, or to be written without a name.')
        roundel.set('The words that will leave', LESSON)
        roundel.sees(re.compile('8 people can read it'))
        roundel.tab_to('Who are you there?')
        roundel.keys('space', 'Up', 'Return')    # she would rather not say
        roundel.sees(re.compile('9 people can read it'))
        roundel.press('Release', role='button')
        roundel.sees(re.compile(f'Your circle can read this lesson: “{LESSON}”'))
        self.assertEqual(self.home().rows('notebook.db', "SELECT json_extract (body, '$.by') FROM revision WHERE kind = 'lesson'"),
                         [(None,)])
        members = {member['id']: member['name'] for member in self.home().cli('program', program)['members']}
        me, = self.home().rows('journal.db', "SELECT json_extract (body, '$.member') FROM current JOIN revision USING (seq)"
                                             " WHERE current.kind = 'me'")
        self.assertEqual(members[me[0]], 'Amara Okafor')    # of the next lesson she may
        given = self.shared('released.roundel')
        self.assertIn(LESSON.encode(), given)
        self.assertNotIn(SECRET.encode(), given)

        roundel.press('Take Back', role='button')
        roundel.sees('Take the lesson back?')
        roundel.keys('alt+t')
        roundel.sees_no(re.compile('Your circle can read this lesson'))
        self.assertNotIn(LESSON.encode(), self.shared('taken-back.roundel'))
        wait(lambda: any(SECRET in text for text in self.drafts() + self.entries()), 'the page stays')
        roundel.quit()


class Share(Journey):
    def test_a_file_is_looked_at_and_joined(self):
        grace = self.home('grace')
        grace.cli('design', '--outcome', 'leadership-development', '--title', 'Conscious skills', '--topic', 'Deadlines',
                  '--start', '2027-01-14T15:00', '--zone', 'Europe/Oslo', '--members', MEMBERS)
        path = self.folder / 'conscious-skills.roundel'
        grace.cli('export', grace.cli('programs')[0]['id'], '--for', 'members', '--to', path)

        roundel = self.start(path)
        roundel.sees('Conscious skills')
        roundel.sees(re.compile('^A program that is not in your notebook yet'))
        self.assertEqual(self.home().rows('notebook.db', 'SELECT count (*) FROM revision'), [(0,)])
        roundel.press('Join', role='button')
        roundel.sees(re.compile('^Came in: [0-9]+ new$'))
        self.assertEqual([program['title'] for program in self.home().cli('programs')], ['Conscious skills'])
        roundel.keys('ctrl+shift+s')
        roundel.sees('Who is it for?')
        roundel.sees('Sessions, with dates and plans')
        roundel.keys('Escape')
        roundel.quit()


if __name__ == '__main__':
    main()
