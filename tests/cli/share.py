# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of sharing have in common: people, each with a notebook in a home of its own."""
import json
import os
import pathlib
import shutil
import subprocess
import uuid

from cli import CLI, CLOCK, CliTest

WRITE = os.environ['ROUNDEL_WRITE_RECORD']


def new_id():
    return str(uuid.uuid4())


class Person:
    def __init__(self, test, home):
        self.test = test
        self.home = pathlib.Path(home)
        self.home.mkdir(exist_ok=True)
        self.notebook = self.home / 'data/roundel/notebook.db'
        self.env = {'HOME': str(home), 'XDG_DATA_HOME': f'{home}/data', 'XDG_STATE_HOME': f'{home}/state',
                    'XDG_CACHE_HOME': f'{home}/cache', 'XDG_RUNTIME_DIR': str(home), 'ROUNDEL_CLOCK': CLOCK}

    def copy(self, home):
        shutil.copytree(self.home, home)
        return Person(self.test, home)

    # the command line

    def text(self, *args):
        return self.test.text(*map(str, args), **self.env)

    def json(self, *args):
        return json.loads(self.text('--json', *args))

    def run(self, *args):
        """Exit code, output and standard error."""
        return self.test.run_cli(*map(str, args), **self.env)

    def refused(self, *args):
        """The one sentence on standard error; the notebook is as it was."""
        before = self.bytes()
        code, out, err = self.test.run_cli(*map(str, args), **self.env)
        self.test.assertEqual((code, out), (1, ''), err)
        self.test.assertEqual(len(err.splitlines()), 1, err)
        self.test.assertEqual(self.bytes(), before)
        return err

    def export(self, program, audience='organisers', **options):
        path = self.home / f'{uuid.uuid4()}.roundel'
        self.text('export', program, '--for', audience, '--to', path,
                  *(f'--{name.replace("_", "-")}={value}' for name, value in options.items()))
        return path

    def merge(self, *files):
        return self.json('merge', '--join', *files)

    # what it has no word for

    def write(self, *args):
        done = subprocess.run([WRITE, self.notebook, *args], env={**os.environ, **self.env}, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=60, check=False)
        self.test.assertEqual((done.returncode, done.stderr), (0, ''))
        return done.stdout

    def put(self, program, entity, kind, register='', circle='', **body):
        self.notebook.parent.mkdir(parents=True, exist_ok=True)
        self.write('put', program, entity, kind, register, circle, json.dumps(body))

    def records(self, program):
        return self.write('list', program)

    # the files

    def bytes(self, name='notebook.db'):
        """All that is on the disk of the notebook, the log of SQLite included."""
        return b''.join(path.read_bytes() for path in sorted(self.notebook.parent.glob(f'{name}*'))
                        if path.is_file() and not path.name.endswith('-shm'))


class ShareTest(CliTest):
    def person(self, name):
        return Person(self, os.path.join(self.home, name))

    def start(self):
        """A program of two circles with a session each, in the notebook of Ada."""
        self.ada = self.person('ada')
        self.program, self.member, self.notes, self.charter = new_id(), new_id(), new_id(), new_id()
        self.circles = [new_id(), new_id()]
        self.sessions = [new_id(), new_id()]
        put = self.ada.put
        put(self.program, self.program, 'program', title='Conscious skills', topic='missed deadlines')
        put(self.program, self.member, 'member', name='Amara')
        put(self.program, self.member, 'member-notes', level='MARK-OF-A-NOTE')
        for i, (circle, session) in enumerate(zip(self.circles, self.sessions)):
            put(self.program, circle, 'circle', name=f'Circle {i + 1}', members=[self.member])
            put(self.program, session, 'session', 'schedule', circle, starts=f'2027-01-1{4 + i}T15:00',
                zone='Europe/Oslo', seconds=3600)
            put(self.program, session, 'session', 'plan', circle, question=f'MARK-OF-SESSION-{i + 1}')
        put(self.program, self.charter, 'charter', '', self.circles[0], rules=['MARK-OF-A-CHARTER'])
