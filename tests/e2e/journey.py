# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does at the screen, in sentences: the real program, driven through its accessible tree and the keyboard.

    class Welcome(Journey):
        def test_a_page_by_its_key(self):
            roundel = self.start()
            roundel.keys('ctrl+3')
            roundel.sees('Only you can read this')

Runs under tests/with-display. A name is the accessible one, which for a label is its text; a compiled pattern is
searched in it. Everything waits for what it needs, up to DEADLINE, and nothing sleeps in the hope that something is
done by then. When a journey fails, a picture, the accessible tree and what the program said are left in the folder
JOURNEY_FAILURES. Pictures of the stages a journey names are written to the folder JOURNEY_PICTURES, if there is one.
"""
import json
import os
import pathlib
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

import accessible

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get('ROUNDEL_BUILD', ROOT / 'build'))
FAILURES = pathlib.Path(os.environ.get('JOURNEY_FAILURES', BUILD / 'tests' / 'e2e' / 'failures'))
PICTURES = os.environ.get('JOURNEY_PICTURES')    # a folder for pictures of the stages a journey names
DEADLINE = 30    # seconds: generous, for a loaded machine; what is ready is seen at once
PRESSES = ('click', 'activate', 'toggle', 'press')
LABEL_ACTIONS = ('clipboard.', 'selection.', 'link.', 'text.', 'misc.')    # those any label or text has
NO_DATE = ('-define', 'png:exclude-chunks=date,time')
COMPLAINT = re.compile(r'(?:WARNING|CRITICAL|ERROR) \*\*:')


def wait(condition, what, seconds=DEADLINE):
    """The first true value of condition(); a tree that changes while it is read is read again."""
    end = time.monotonic() + seconds
    while True:
        value, trouble, began = None, '', time.monotonic()
        try:
            value = condition()
        except accessible.Gone as error:
            trouble = f' ({error})'
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f'not so within {seconds} s: {what}{trouble}')
        time.sleep(max(.03, time.monotonic() - began))    # the program, which answers, has its own work to do as well


def xdotool(*arguments):
    return subprocess.run(['xdotool', *map(str, arguments)], capture_output=True, text=True, check=False).stdout.split()


def frame(window):
    """How far the shadow goes beyond the window: left, right, top, bottom."""
    said = subprocess.run(['xprop', '-id', window, '_GTK_FRAME_EXTENTS'], capture_output=True, text=True, check=False).stdout
    return [int(n) for n in re.findall(r'\d+', said.partition('=')[2])] or [0, 0, 0, 0]


def is_named(name, wanted):
    return wanted is None or (wanted.search(name) is not None if isinstance(wanted, re.Pattern) else wanted == name)


class Program:
    """One running Roundel."""
    def __init__(self, arguments, environment, log):
        self.log = log
        with open(log, 'ab') as stderr:
            self.process = subprocess.Popen([BUILD / 'src' / 'roundel', *arguments], env=environment, stdin=subprocess.DEVNULL,
                                            stdout=stderr, stderr=stderr)
        self.root = None

    def arrive(self):
        """Waits for the window, and for the keyboard to be its."""
        def root():
            assert self.process.poll() is None, f'the program ended at once: {self.log.read_text()}'
            return accessible.application(self.process.pid)

        self.root = wait(root, 'the program is there')
        accessible.follow_focus(self.root)
        wait(self.windows, 'its window is there')
        wait(lambda: set(xdotool('getactivewindow')) & set(self.windows()), 'its window has the keyboard')

    def windows(self):
        """The X windows, oldest first."""
        return xdotool('search', '--onlyvisible', '--pid', self.process.pid)

    def center(self):
        """Moves its window to the middle of the screen, for a picture."""
        window = self.windows()[0]
        size = [int(n) for n in os.environ['DISPLAY_SIZE'].split('x')]
        left, right, top, bottom = frame(window)
        has = dict(line.split('=') for line in xdotool('getwindowgeometry', '--shell', window))
        width, height = int(has['WIDTH']) - left - right, int(has['HEIGHT']) - top - bottom
        xdotool('windowmove', '--sync', window, (size[0] - width) // 2 - left, (size[1] - height) // 2 - top)

    # What there is to see

    def nodes(self, below=None):
        """All that is shown, in the order of the tree; below: inside of the first thing of that name."""
        for node in accessible.shown(self.root):
            if below is None:
                yield node
            elif is_named(node.name, below):
                yield from node.inside()
                return

    def find(self, name=None, role=None, below=None):
        """What is shown now under that name and in that role; or None."""
        return next((n for n in self.nodes(below) if is_named(n.name, name) and role in (None, n.role)), None)

    def sees(self, name, role=None, below=None, seconds=DEADLINE):
        """Waits until it is shown."""
        return wait(lambda: self.find(name, role, below), f'{role or "something"} “{name}” is shown', seconds)

    def sees_no(self, name, role=None, seconds=DEADLINE):
        """Waits until it is not shown any more."""
        wait(lambda: self.find(name, role) is None, f'{role or "something"} “{name}” is gone', seconds)

    def focus(self):
        end = time.monotonic() + .5
        while self.root.focus is not None and time.monotonic() < end:    # on its way, or where nobody is told of
            try:
                node = accessible.focused(self.root)
            except accessible.Gone:    # with the page it was on
                node = None
            if node is not None:
                return node
            time.sleep(.01)
        nodes = list(self.nodes())
        accessible.learn(nodes)
        return next((node for node in nodes if node.depth and node.has('focused')), None)

    def tree(self):
        lines, nodes = [], list(self.nodes())
        accessible.learn(nodes)
        for node in nodes:
            if node.name or node.has('focusable'):
                actions = [action for action in node.actions() if not action.startswith(LABEL_ACTIONS)]
                states = [state for state in ('checked', 'expanded', 'focused', 'pressed', 'selected') if node.has(state)]
                lines.append('  ' * node.depth + ' '.join([str(node), *states, *actions[:4]]))
        return '\n'.join(lines)

    def picture(self, path):
        """Writes the screen as a PNG when it has come to rest; one on which a clock runs does not."""
        before, last, end = None, b'', time.monotonic() + 3
        while last != before and time.monotonic() < end:
            before, last = last, subprocess.run(['import', '-silent', '-window', 'root', *NO_DATE, 'png:-'],
                                                capture_output=True, check=True).stdout
        pathlib.Path(path).write_bytes(last)

    # What a hand does

    def press(self, name, role=None, below=None):
        """Presses a button, a toggle, a menu item or a row, once it can be pressed."""
        node = wait(lambda: next((n for n in self.nodes(below) if is_named(n.name, name) and role in (None, n.role)
                                  and n.has('sensitive')), None), f'{role or "something"} “{name}” can be pressed')
        action = next((a for a in PRESSES if a in node.actions()), None)
        if action is not None:
            node.act(action)
        else:
            self.click(node)

    def click(self, node):
        """The pointer, on the middle of something in the window in front: rows know no action in GTK 4."""
        x, y, width, height = node.box
        window = xdotool('getactivewindow')[0]
        left, _, top, _ = frame(window)
        xdotool('mousemove', '--window', window, left + x + width // 2, top + y + height // 2, 'click', 1)

    def drag(self, node, at, by):
        """The pointer takes something at the part AT of its width and height, and lets it go BY pixels below."""
        x, y, width, height = node.box
        window = xdotool('getactivewindow')[0]
        left, _, top, _ = frame(window)
        x, y = left + x + int(width * at[0]), top + y + int(height * at[1])
        xdotool('mousemove', '--window', window, x, y, 'mousedown', 1)
        for step in range(1, 9):
            xdotool('mousemove', '--window', window, x, y + by * step // 8)
            time.sleep(.03)    # as a hand moves; one jump is no drag
        xdotool('mouseup', 1)

    def does(self, action):
        """A step by the name of its action, such as round.pause; its widget has to be shown."""
        def act():
            for node in self.nodes():
                if action in node.actions():
                    node.act(action)
                    return True
            return False

        wait(act, f'the action {action} is there')

    def keys(self, *keys):
        """Keys as xdotool names them: Tab, space, ctrl+1, F10."""
        for key in keys:
            xdotool('key', '--clearmodifiers', key)

    def types(self, text):
        """Types where the cursor is; other than ASCII goes wrong now and then in X, so set() that."""
        xdotool('type', '--clearmodifiers', '--delay', 12, '--', text)

    def set(self, name, text, role=None, below=None):
        """Puts text in the place of what an entry held."""
        node = self.sees(name, role, below)
        node.set(text)
        wait(lambda: node.text == text, f'{node} holds “{text}”')

    def file_dialog(self):
        """The dialog that is about to open."""
        main_window = self.windows()[0]
        return wait(lambda: next((w for w in xdotool('getactivewindow') if w in self.windows() and w != main_window), None),
                    'the file dialog has the keyboard')

    def choose_file(self, path):
        """Names a file in the dialog that is about to open."""
        dialog = self.file_dialog()
        self.keys('slash')    # which makes room for a path
        self.set('GtkFileChooserEntry', str(path))
        self.keys('Return')
        wait(lambda: dialog not in self.windows(), 'the file dialog is closed')

    def save_file(self, path):
        """Names the file to be written in the dialog that is about to open, whose name has the cursor."""
        dialog = self.file_dialog()
        self.set('Name:', str(path), role='text box')
        self.keys('Return')
        wait(lambda: dialog not in self.windows(), 'the file dialog is closed')
        wait(pathlib.Path(path).exists, f'{path} is there')

    def share(self, path):
        """The program that is open into a file for its members, whose path it returns."""
        self.keys('ctrl+shift+s')
        self.sees('Who is it for?')
        self.sees('What leaves')
        self.does('share.save')
        self.save_file(path)
        self.sees_no('Who is it for?')
        return path

    def tab_to(self, name, role=None, key='Tab', most=60):
        """Goes there by a key, Tab unless another is named, as one does who sees the focus move."""
        focus = self.focus()
        for _ in range(most):
            if focus is not None and is_named(focus.name, name) and role in (None, focus.role):
                return focus
            self.keys(key)
            focus = self.focus_after(focus)
        raise AssertionError(f'{key} does not lead to {role or "something"} “{name}”, but to {focus}')

    def focus_after(self, before):
        """Where the focus goes; where it cannot move it stays, which takes as long as one is patient."""
        end = time.monotonic() + 3
        while True:
            now = self.focus()
            if now is not None and (before is None or now.path != before.path) or time.monotonic() > end:
                return now
            time.sleep(.02)

    # How it ends

    def kill(self):
        """As when the battery is empty."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(DEADLINE)

    def quit(self):
        """As a person does, so that everything is written."""
        xdotool('key', '--clearmodifiers', 'ctrl+q')
        assert self.process.wait(DEADLINE) == 0, 'it did not end well'


class Home:
    """The folder of a person, with the files of Roundel in it."""
    def __init__(self, folder):
        self.folder = folder
        self.program = None
        for part in ('config', 'data', 'cache', 'state'):
            (folder / part).mkdir(parents=True, exist_ok=True)
        shutil.copytree(pathlib.Path(os.environ['XDG_CONFIG_HOME']) / 'gtk-4.0', folder / 'config' / 'gtk-4.0', dirs_exist_ok=True)
        self.environment = {
            **os.environ, 'HOME': str(folder), 'TZ': 'UTC', 'GSETTINGS_SCHEMA_DIR': str(BUILD / 'data'),
            **{f'XDG_{part.upper()}_HOME': str(folder / part) for part in ('config', 'data', 'cache', 'state')}}

    def start(self, *arguments, clock=None):
        """Starts the program, which has to have ended before; clock is RATE@ISO."""
        assert self.program is None or self.program.process.poll() is not None, 'it is still running'
        clock = [f'--clock={clock}'] if clock else []
        self.program = Program([*clock, *map(str, arguments)], self.environment, self.folder / 'said')
        self.program.arrive()
        return self.program

    def start_again(self, *arguments):
        """As a double click on a file does while the program runs: hands over to it, and ends."""
        done = subprocess.run([BUILD / 'src' / 'roundel', *map(str, arguments)], env=self.environment, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=DEADLINE, check=False)
        assert (done.returncode, done.stderr) == (0, ''), done.stderr

    def cli(self, *arguments):
        """What roundel-cli says of the files, as JSON."""
        done = subprocess.run([BUILD / 'src' / 'cli' / 'roundel-cli', '--json', *map(str, arguments)], env=self.environment,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=DEADLINE, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def rows(self, file, sql, **values):
        """What a query finds in `notebook.db` or `journal.db`, read beside the running program."""
        database = sqlite3.connect(f'file:{self.folder}/data/roundel/{file}?mode=ro', uri=True, timeout=DEADLINE)
        try:
            return database.execute(sql, values).fetchall()
        finally:
            database.close()


class Journey(unittest.TestCase):
    """A test case with a home of its own, and as many more as it names. The one bus knows one Roundel at a time."""
    def run(self, result=None):
        result = result if result is not None else self.defaultTestResult()
        self.result, self.bad_before = result, len(result.failures) + len(result.errors)
        return super().run(result)

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='journey-'))
        self.homes = {}
        self.addCleanup(shutil.rmtree, self.folder, True)
        self.addCleanup(self.part)

    def home(self, name='home'):
        """Made when first named."""
        if name not in self.homes:
            self.homes[name] = Home(self.folder / name)
        return self.homes[name]

    def start(self, *arguments, clock=None):
        return self.home().start(*arguments, clock=clock)

    def stage(self, roundel, name):
        """A picture of this stage, if pictures are wanted."""
        if PICTURES:
            pathlib.Path(PICTURES).mkdir(parents=True, exist_ok=True)
            roundel.picture(pathlib.Path(PICTURES) / f'{name}.png')

    def part(self):
        """At the end: the evidence if it went wrong, no process left, and no complaint of the program."""
        bad = len(self.result.failures) + len(self.result.errors) > self.bad_before
        for home in self.homes.values():
            program = home.program
            if program is None:
                continue
            if program.process.poll() is None:
                if bad:
                    self.keep_evidence(program)
                program.kill()
            said = program.log.read_text()
            if bad and said:
                print(f'{home.folder.name} said: {said[-2000:]}', file=sys.stderr)
            elif not bad:
                self.assertEqual([line for line in said.splitlines() if COMPLAINT.search(line)], [])

    def keep_evidence(self, program):
        FAILURES.mkdir(parents=True, exist_ok=True)
        base = FAILURES / self.id().replace('__main__.', '')
        subprocess.run(['import', '-silent', '-window', 'root', f'{base}.png'], check=False)
        try:
            seen = f'focus: {program.focus()}\n{program.tree()}\n'
        except accessible.Gone as error:
            seen = f'{error}\n'
        pathlib.Path(f'{base}.txt').write_text(seen, encoding='utf-8')
        print(f'see {base}.png and .txt', file=sys.stderr)


main = unittest.main
