#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A live session in a pseudo terminal, driven by keys."""
import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
import unittest

from cli import CLI, CliTest

DEADLINE = 30    # seconds for anything to appear; much more than it takes
ESCAPES = re.compile(r'\x1b\[[0-9;?]*[A-Za-z]')


class Terminal:
    """A terminal of the size given, in which a session runs."""

    def __init__(self, test, *args, columns=80, rows=24, **env):
        self.master, slave = pty.openpty()
        self.resize(columns, rows)
        self.before = termios.tcgetattr(slave)
        self.slave = slave
        env = {**test.env, 'TERM': 'xterm', **env}
        self.process = subprocess.Popen([CLI, 'run', *args], stdin=slave, stdout=slave, stderr=slave, env=env,
                                        preexec_fn=self.take_terminal)
        self.output = ''
        self.decoder = codecs.getincrementaldecoder('utf-8')()
        test.addCleanup(self.close)

    @staticmethod
    def take_terminal():
        os.setsid()
        signal.signal(signal.SIGQUIT, signal.SIG_DFL)    # a shell that runs the tests in the background ignores it
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(DEADLINE)
        os.close(self.master)
        os.close(self.slave)

    def resize(self, columns, rows):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack('HHHH', rows, columns, 0, 0))

    def press(self, keys):
        os.write(self.master, keys.encode())

    def read(self, seconds):
        """Whether there was something to read."""
        if not select.select([self.master], [], [], seconds)[0]:
            return False
        self.output += self.decoder.decode(os.read(self.master, 65536))
        return True

    def screen(self):
        """The text of the last whole frame."""
        frames = self.output.split('\x1b[H')
        return re.sub(r'\r+\n', '\n', ESCAPES.sub('', frames[-1]))

    def wait(self, what):
        """The screen, once WHAT (a regular expression) is on it."""
        end = time.monotonic() + DEADLINE
        while not re.search(what, self.screen()):
            left = end - time.monotonic()
            if left < 0:
                raise AssertionError(f'“{what}” did not appear on this screen:\n{self.screen()}')
            self.read(left)
        while self.read(0.03):    # the rest of the frame
            pass
        return self.screen()

    def ended(self):
        """The exit code."""
        end = time.monotonic() + DEADLINE
        while self.process.poll() is None:
            if time.monotonic() > end:
                raise AssertionError('it did not end:\n' + self.screen())
            self.read(0.05)
        while self.read(0):
            pass
        return self.process.returncode


TROIKA = ('--format', 'troika', '--people', '7')


class Run(CliTest):
    def start(self, *args, **more):
        terminal = Terminal(self, *args, **more)
        terminal.wait('space begin')
        return terminal

    def test_a_whole_session_by_keys(self):
        terminal = self.start(*TROIKA, '--rate', '3')
        ready = terminal.wait('39 min in all')
        self.assertIn('Troika Consulting · 7 people', ready)
        self.assertIn('turn 4 of 4: Member 7', ready)
        terminal.press(' ')
        screen = terminal.wait('left of 1 min')
        self.assertIn('Think of your question', screen)
        self.assertIn('What is your challenge', screen)
        self.assertIn('on time', screen)
        self.assertRegex(screen, r'Next  \d\d:\d\d  Find your group')
        terminal.press('n')
        terminal.wait('Member 4, Member 5, Member 6, Member 7')
        terminal.press('n')
        self.assertIn('turn 1 of 4: Member 1, Member 4', terminal.wait('client: Member 1 · consultant: Member 2, Member 3'))
        terminal.press(' ')
        terminal.wait('paused')
        terminal.press('n')
        terminal.wait('Questions to understand\n')
        self.assertIn('paused', terminal.screen())
        terminal.press('b')
        terminal.wait('The client says what the challenge is\n')
        terminal.press('+')
        terminal.press(' ')
        terminal.wait('left of 2 min 30 s')
        terminal.press('-')
        terminal.wait('left of 1 min 30 s')
        terminal.press('u')
        terminal.wait('The last step is undone')
        terminal.wait('left of 2 min 30 s')
        terminal.press('h')
        held = terminal.wait('One moment, please')
        self.assertNotRegex(held, r'\d|Member|█')
        terminal.press('n')
        terminal.press('h')
        terminal.wait('of 2 min 30 s')
        terminal.press('q')
        terminal.wait('Nothing of this session is kept. Press q again')
        terminal.press('w')
        terminal.press('q')
        terminal.wait('Press q again')
        terminal.press('q')
        self.assertEqual(terminal.ended(), 0)
        self.assertTrue(terminal.output.endswith('\x1b[?25h\x1b[?7h\x1b[?1049l'))
        self.assertEqual(termios.tcgetattr(terminal.slave), terminal.before)

    def test_the_end_of_a_round_rings_and_runs_over(self):
        terminal = self.start(*TROIKA, '--rate', '30')
        terminal.press(' ')
        terminal.wait('a fifth left of 1 min')
        self.assertNotIn('\a', terminal.output)
        terminal.wait('over time')
        terminal.wait('1 min late')
        self.assertEqual(terminal.output.count('\a'), 1)
        terminal.press('n')
        terminal.wait('Find your group\n')
        self.assertEqual(terminal.output.count('\a'), 1)
        terminal.press('n')
        terminal.wait('turn 1 of 4')
        self.assertEqual(terminal.output.count('\a'), 2)

    def test_after_the_last_round_it_says_what_was_and_who_waits(self):
        terminal = self.start('--format', 'dyad', '--people', '4')
        terminal.press(' ')
        for _ in range(len(self.json('agenda', '--format', 'dyad', '--people', '4')['rounds']) - 1):
            terminal.press('\x1b[C')
        terminal.wait(r'Next  \d\d:\d\d  the end')
        terminal.press('\x1b[6~')
        terminal.wait('The session is over')
        terminal.press('u')
        terminal.wait('the end')
        terminal.press('n')
        terminal.wait('The session is over')
        terminal.press('q')
        self.assertEqual(terminal.ended(), 0)

    def test_a_presenter_begins_and_moves(self):
        terminal = self.start(*TROIKA)
        terminal.press('\x1b[6~')
        terminal.wait('Think of your question\n')
        terminal.press('\x1b[6~')
        terminal.wait('Find your group\n')
        terminal.press('\x1b[5~')
        terminal.wait('Think of your question\n')

    def test_what_cannot_be_is_said(self):
        terminal = self.start(*TROIKA)
        terminal.press('b')
        terminal.wait('The session has not begun')
        terminal.press(' ')
        terminal.press('b')
        terminal.wait('There is no earlier round')

    def test_when_late_a_turn_is_carried_over_and_taken_back(self):
        terminal = self.start(*TROIKA, '--rate', '60')
        terminal.press(' ')
        terminal.press('f')
        terminal.wait('nothing to catch up')
        terminal.wait('3 min late')
        terminal.press('f')
        terminal.wait('2  Carry turns over: Member 7')
        terminal.press('2')
        self.assertIn('early', terminal.wait('Done; u undoes it'))
        terminal.press('u')
        terminal.wait('min late')

    def test_help_groups_and_jump_come_and_go(self):
        terminal = self.start('--format', 'troika', '--people', '40')
        terminal.press(' ')
        terminal.press('?')
        self.assertIn('hold: cover the screen', terminal.wait('any key back'))
        terminal.press('x')
        terminal.wait('left of')
        terminal.press('j')
        terminal.wait('→ ')
        terminal.press('\x1b[B\x1b[B\r')
        terminal.wait('6 more groups')
        terminal.press('g')
        self.assertIn('Member 40', terminal.wait('any key back'))

    def test_a_resize_brings_the_plan_to_the_side(self):
        terminal = self.start(*TROIKA)
        terminal.press(' ')
        terminal.wait('left of')
        self.assertNotIn('│', terminal.screen())
        terminal.resize(120, 40)
        screen = terminal.wait('│ .*turn 4 of 4: Member 7')
        self.assertEqual(len(screen.split('\n')), 40)
        for columns, rows in ((40, 12), (12, 4), (1, 1), (500, 100)):
            terminal.resize(columns, rows)
            terminal.press('w')
        terminal.resize(80, 24)
        terminal.wait('space pause')

    def test_without_colour_or_a_screen_it_is_still_all_there(self):
        terminal = self.start(*TROIKA, '--rate', '30', NO_COLOR='1')
        terminal.press(' ')
        terminal.wait('over time')
        self.assertNotRegex(terminal.output, r'\x1b\[[0-9;]*3[0-9]m')
        terminal = Terminal(self, *TROIKA, '--rate', '30', TERM='dumb')
        terminal.wait('space begin')
        terminal.press(' ')
        terminal.wait('over time')
        terminal.press('qq')
        self.assertEqual(terminal.ended(), 0)
        self.assertNotIn('\x1b', terminal.output)

    def test_in_a_locale_without_utf8_it_is_ascii(self):
        terminal = self.start(*TROIKA, LC_ALL='C', columns=120)
        terminal.press(' nn')
        terminal.wait('client: Member 1 - consultant: Member 2, Member 3')
        self.assertTrue(terminal.output.isascii())

    def test_every_signal_leaves_the_terminal_as_it_was(self):
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
            terminal = self.start(*TROIKA)
            self.assertNotEqual(termios.tcgetattr(terminal.slave), terminal.before)
            terminal.process.send_signal(number)
            self.assertEqual(terminal.ended(), -number)
            self.assertEqual(termios.tcgetattr(terminal.slave), terminal.before)
            self.assertTrue(terminal.output.endswith('\x1b[?1049l'))

    def test_a_stop_gives_the_terminal_back_and_going_on_takes_it_again(self):
        terminal = self.start(*TROIKA)
        terminal.process.send_signal(signal.SIGTSTP)
        self.assertTrue(os.WIFSTOPPED(os.waitpid(terminal.process.pid, os.WUNTRACED)[1]))
        self.assertEqual(termios.tcgetattr(terminal.slave), terminal.before)
        while terminal.read(0):
            pass
        terminal.output = ''
        terminal.process.send_signal(signal.SIGCONT)
        terminal.wait('space begin')
        self.assertNotEqual(termios.tcgetattr(terminal.slave), terminal.before)
        terminal.press('q')
        self.assertEqual(terminal.ended(), 0)

    def test_no_terminal_and_json_are_refused(self):
        self.assertIn('terminal', self.refused(1, 'run', *TROIKA))
        self.assertIn('JSON', self.refused(2, '--json', 'run', *TROIKA))
        self.assertIn('rate', self.refused(2, 'run', *TROIKA, '--rate', '0'))
        self.refused(2, 'run')


if __name__ == '__main__':
    unittest.main()
