#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A journal is locked, opened after a restart with its passphrase and with the key from the sheet, and goes out unencrypted."""
import re

from journey import Journey, main, wait

SECRET = 'I was sharp about it'
PASSPHRASE = 'violet harbour ninety stairs'


class Lock(Journey):
    def journal_bytes(self):
        folder = self.home().folder / 'data' / 'roundel'
        return b''.join(path.read_bytes() for path in folder.rglob('*') if path.is_file())

    def open_journal(self):
        roundel = self.start()
        roundel.keys('ctrl+3')
        return roundel

    def type_secret(self, roundel, secret):
        roundel.types(secret)
        roundel.keys('Return')

    def test_a_locked_journal_opens_for_its_owner_alone(self):
        self.home().cli('journal', 'add', '--kind', 'note', SECRET)
        self.assertIn(SECRET.encode(), self.journal_bytes())
        roundel = self.open_journal()
        roundel.sees('Only you can read this')
        roundel.does('journal.lock')
        roundel.sees('Lock the journal')
        roundel.sees(re.compile('Who manages this computer can watch the screen'))
        self.type_secret(roundel, PASSPHRASE)
        self.type_secret(roundel, PASSPHRASE)
        roundel.sees('The journal is locked')
        key = roundel.sees(re.compile('^([0-9A-Z]{5}-){5}[0-9A-Z]{5}$')).name
        roundel.does('sheet.close')
        roundel.sees('Only you can read this')
        self.assertNotIn(SECRET.encode(), self.journal_bytes())

        roundel.keys('Escape', 'Escape')
        roundel.sees('Show My Page')
        roundel.keys('Escape')
        roundel.sees('Your journal is locked')
        roundel.sees_no(re.compile(SECRET))
        self.type_secret(roundel, PASSPHRASE)
        roundel.sees('Only you can read this')
        roundel.does('journal.out')
        roundel.sees(re.compile('^Your journal is locked; what you take out is not'))
        roundel.does('sheet.close')
        roundel.quit()

        roundel = self.open_journal()
        roundel.sees('Your journal is locked')
        self.type_secret(roundel, 'not this one')
        roundel.sees(re.compile('^That is not the passphrase'))
        roundel.sees_no('Only you can read this')
        roundel.keys('ctrl+a')
        self.type_secret(roundel, key.lower())
        roundel.sees('Only you can read this')
        roundel.sees(re.compile(f'^{SECRET}, Note, '), role='list item')
        self.assertNotIn(SECRET, roundel.root.name)
        roundel.quit()
        self.assertNotIn(SECRET.encode(), self.journal_bytes())

    def test_a_session_is_kept_in_a_locked_journal(self):
        key = self.home().folder / 'passphrase'
        key.write_text(PASSPHRASE)
        self.home().cli('journal', 'add', '--kind', 'note', SECRET)
        self.home().cli('journal', 'lock', '--passphrase-file', key)
        roundel = self.start()
        roundel.keys('ctrl+2')
        roundel.press('To the Lobby', role='button')
        roundel.does('run.start')
        roundel.sees(re.compile('^Your journal is locked. Open it'))
        roundel.press('Open', role='button')
        roundel.sees('Your journal is locked')
        self.type_secret(roundel, PASSPHRASE)
        roundel.sees('Only you can read this')
        roundel.keys('ctrl+2')
        roundel.does('run.start')
        roundel.sees('Pause', role='button')
        file = self.home().folder / 'data' / 'roundel' / 'journal.db'
        before = file.stat().st_ino
        roundel.does('run.next')
        roundel.sees('Check-in, turn 2 of 8')
        wait(lambda: file.stat().st_ino != before, 'the step is on the disk')
        roundel.kill()

        roundel = self.start()
        roundel.keys('ctrl+3')
        roundel.sees('Your journal is locked')
        self.type_secret(roundel, PASSPHRASE)
        roundel.sees('Check-in, turn 2 of 8')
        roundel.quit()


if __name__ == '__main__':
    main()
