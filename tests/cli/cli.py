# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the command line share: the binary, in a home of its own."""
import json
import os
import subprocess
import tempfile
import unittest

CLI = os.environ['ROUNDEL_CLI']
CLOCK = '1@2027-01-14T14:00:20Z'


class CliTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = folder.name
        self.env = {**os.environ, 'HOME': self.home, 'XDG_DATA_HOME': self.home + '/data',
                    'XDG_RUNTIME_DIR': self.home, 'TZ': 'UTC', 'LC_ALL': 'C.UTF-8'}

    def write(self, name, text):
        path = os.path.join(self.home, name)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)
        return path

    def run_cli(self, *args, **env):
        """(exit code, stdout, stderr)"""
        done = subprocess.run([CLI, '--clock', CLOCK, *args], env={**self.env, **env}, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=60, check=False)
        return done.returncode, done.stdout, done.stderr

    def text(self, *args, **env):
        code, out, err = self.run_cli(*args, **env)
        self.assertEqual((code, err), (0, ''))
        return out

    def json(self, *args):
        return json.loads(self.text('--json', *args))

    def refused(self, code, *args):
        """The one line on standard error (usage: and where help is)."""
        was, out, err = self.run_cli(*args)
        self.assertEqual((was, out), (code, ''), err)
        lines = err.splitlines()
        self.assertEqual(len(lines), 1 if code == 1 else 2, err)
        return lines[0]
