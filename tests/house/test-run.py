#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""./run on a machine made up of stubs: what it installs, asks, says and starts."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]

ALL_INSTALLED = 'for p; do case $p in -*) ;; *) echo "installed $p" ;; esac; done'
NOTHING_INSTALLED = 'exit 1'


class Run(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        shutil.copy(ROOT / 'run', self.folder)
        self.stub('dpkg-query', ALL_INSTALLED)
        self.stub('id', 'echo 0')
        for tool in ('meson', 'ninja', 'sleep', 'apt-get'):
            self.stub(tool, '')

    def stub(self, name, script, folder='bin'):
        """A program of that name that notes how it was called, then does what script says."""
        path = self.folder / folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'#!/bin/bash\necho "{name} $*" >>"{self.folder}/calls"\n{script}\n')
        path.chmod(0o755)

    def run_it(self, *arguments, **env):
        """(status, output, calls); there is no terminal."""
        (self.folder / 'calls').write_text('')
        path = f'{self.folder}/bin:{os.environ["PATH"]}'
        run = subprocess.run([self.folder / 'run', *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT, text=True, env={'PATH': path, 'HOME': str(self.folder), **env})
        return run.returncode, run.stdout, (self.folder / 'calls').read_text().splitlines()

    def installs(self, calls):
        return [call for call in calls if call.startswith('apt-get install')]

    def test_root_installs_what_is_missing_at_once(self):
        self.stub('dpkg-query', ALL_INSTALLED.replace('-*)', '-*|meson|gcc)'))
        _, _, calls = self.run_it()
        self.assertEqual(self.installs(calls), ['apt-get install --yes --no-install-recommends gcc meson'])

    def test_nothing_is_installed_when_nothing_is_missing(self):
        _, _, calls = self.run_it()
        self.assertFalse([call for call in calls if call.startswith('apt-get')])

    def test_network_trouble_is_tried_again(self):
        self.stub('dpkg-query', NOTHING_INSTALLED)
        self.stub('apt-get', f'[ "$1" = update ] || [ "$(grep -c "apt-get install" {self.folder}/calls)" = 2 ]')
        _, output, calls = self.run_it()
        self.assertEqual(len(self.installs(calls)), 2)
        self.assertIn('sleep 10', calls)
        self.assertNotIn('network', output)

    def test_lasting_network_trouble_is_said_plainly(self):
        self.stub('dpkg-query', NOTHING_INSTALLED)
        self.stub('apt-get', 'exit 100')
        status, output, calls = self.run_it('test')
        self.assertEqual(status, 1)
        self.assertEqual(len(self.installs(calls)), 3)
        self.assertIn('Is there a network?', output)
        self.assertNotIn('meson', [call.split()[0] for call in calls])

    def test_another_user_without_a_terminal_is_shown_the_command(self):
        self.stub('dpkg-query', NOTHING_INSTALLED)
        self.stub('id', 'echo 1000')
        self.stub('sudo', '')
        for arguments in ((), ('test',)):
            status, output, calls = self.run_it(*arguments)
            self.assertEqual(status, 1)
            self.assertIn("sudo sh -c 'apt-get update; DEBIAN_FRONTEND=noninteractive apt-get install", output)
            self.assertFalse([call for call in calls if call.startswith(('sudo', 'apt-get'))])

    def test_without_a_display_it_says_what_works(self):
        self.stub('roundel', '', '_build/src')
        status, output, calls = self.run_it()
        self.assertEqual(status, 1)
        self.assertIn('no display', output)
        self.assertIn('roundel-cli', output)
        self.assertIn('./run test', output)
        self.assertNotIn('roundel ', calls)

    def test_arguments_are_handed_on(self):
        self.stub('roundel', 'exit 5', '_build/src')
        status, _, calls = self.run_it('--', 'a file', '--version', DISPLAY=':9')
        self.assertEqual(status, 5)
        self.assertEqual(calls[-1], 'roundel a file --version')

    def test_without_a_window_the_terminal_program_is_started(self):
        self.stub('roundel-cli', '', '_build/src/cli')
        status, output, calls = self.run_it()
        self.assertEqual(status, 1)
        self.assertIn('needs a terminal', output)
        status, _, calls = self.run_it('--', 'formats')
        self.assertEqual((status, calls[-1]), (0, 'roundel-cli formats'))

    def test_a_build_that_fails_is_not_started(self):
        self.stub('roundel', '', '_build/src')
        self.stub('ninja', 'exit 1')
        status, _, calls = self.run_it(DISPLAY=':9')
        self.assertEqual(status, 1)
        self.assertNotIn('roundel ', calls)

    def test_it_is_installed_for_the_user_alone(self):
        status, _, calls = self.run_it('--', '--install-user')
        self.assertEqual(status, 0)
        self.assertTrue(any(f'--prefix={self.folder}/.local' in call for call in calls))
        self.assertTrue(calls[-1].startswith('meson install'))

    def test_what_it_does_not_know_is_wrong_usage(self):
        for arguments in (('tset',), ('test', 'core'), ('pictures',)):
            status, output, calls = self.run_it(*arguments)
            self.assertEqual((status, calls), (2, []))
            self.assertIn('./run test', output)


if __name__ == '__main__':
    unittest.main()
