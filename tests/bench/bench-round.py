#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a running minute of a round costs: processor time of the program, alone and with the room view on a second window,
beside a running timer of GNOME Clocks in the same minute.

Runs under tests/with-display on a screen of 1920 × 1080. Where GNOME Clocks is not installed, the baseline is what its timer
took when it was measured.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'e2e'))
from journey import Home, wait, xdotool    # pylint: disable=wrong-import-position # the folder is named above

CLOCKS = .25    # seconds of processor in a minute
MINUTE = 60
TIMER = """[org/gnome/clocks]
timers=[{'duration': <3000>, 'name': <''>}]

[org/gnome/clocks/state/window]
panel-id='timer'
"""
TABS = 8    # from the first thing in its window to the button that starts the timer


def processor(pid):
    """Seconds of processor of all its threads; the ticks of /proc/PID/stat are too coarse for what takes so little."""
    return sum(int(task.read_text(encoding='ascii').split()[0]) for task in pathlib.Path(f'/proc/{pid}/task').glob('*/schedstat')) / 1e9


def minute(roundel, clocks):
    """Seconds of processor in the same minute: the program, GNOME Clocks."""
    time.sleep(3)    # what the start costs is another figure
    pids = [process.pid for process in (roundel.process, clocks) if process is not None]
    before = [processor(pid) for pid in pids]
    time.sleep(MINUTE)
    took = [processor(pid) - n for pid, n in zip(pids, before)]
    return took if clocks is not None else [*took, CLOCKS]


def screen():
    return subprocess.run(['import', '-window', 'root', 'rgb:-'], capture_output=True, check=True).stdout


def start_clocks(folder):
    """GNOME Clocks with a running timer; None where there is none."""
    if shutil.which('gnome-clocks') is None:
        return None
    settings = folder / 'clocks' / 'glib-2.0' / 'settings'
    settings.mkdir(parents=True)
    (settings / 'keyfile').write_text(TIMER, encoding='utf-8')
    environment = {**os.environ, 'XDG_CONFIG_HOME': str(folder / 'clocks'), 'GSETTINGS_BACKEND': 'keyfile', 'GTK_A11Y': 'none'}
    clocks = subprocess.Popen(['gnome-clocks'], env=environment, stderr=subprocess.DEVNULL)
    wait(lambda: xdotool('search', '--onlyvisible', '--pid', clocks.pid), 'GNOME Clocks is there')
    time.sleep(2)    # nothing tells when it takes keys
    for _ in range(TABS):
        xdotool('key', '--clearmodifiers', 'Tab')
        time.sleep(.2)
    xdotool('key', '--clearmodifiers', 'space')
    time.sleep(1)
    before = screen()
    wait(lambda: screen() != before, 'the timer of GNOME Clocks runs', 5)
    return clocks


def report(what, took, most):
    mine, theirs = took
    print(f'{what}: {mine:.2f} s of processor, {mine / theirs:.2f} times a timer of GNOME Clocks ({theirs:.2f} s); at most {most}',
          flush=True)


def start_without_reader(home):
    """A screen reader would cost, too: the round is resumed with none there."""
    home.environment['GTK_A11Y'] = 'none'
    from journey import Program    # pylint: disable=import-outside-toplevel
    home.program = Program([], home.environment, home.folder / 'said')
    wait(home.program.windows, 'its window is there')
    return home.program


def main():
    with tempfile.TemporaryDirectory() as folder:
        home = Home(pathlib.Path(folder))
        roundel = home.start()
        roundel.keys('ctrl+2')
        roundel.press('To the Lobby', role='button')
        roundel.does('run.start')
        roundel.sees('Pause', role='button')
        for _ in range(9):
            roundel.does('run.next')    # to a round of some minutes
        room = roundel.sees('Room view for the projector', role='button')
        roundel.kill()

        clocks = start_clocks(pathlib.Path(folder))
        roundel = start_without_reader(home)
        report('a running minute', minute(roundel, clocks), 1.0)
        roundel.kill()

        roundel = start_without_reader(home)
        wait(lambda: set(xdotool('getactivewindow')) & set(roundel.windows()), 'its window has the keyboard')
        roundel.click(room)    # it is where it was
        wait(lambda: len(roundel.windows()) == 2, 'the room has a window')
        xdotool('key', '--clearmodifiers', 'F11')
        report('with a room view of 1920 × 1080', minute(roundel, clocks), 2.0)
        roundel.kill()
        if clocks is not None:
            clocks.kill()
            clocks.wait()


if __name__ == '__main__':
    main()
