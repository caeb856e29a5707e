#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a running minute of a round costs: processor time of the program, alone and with the room view on a second window.

Runs under tests/with-display on a screen of 1920 × 1080. The baseline is what a running timer of GNOME Clocks took in a
minute, 0.25 s of processor, measured where it was installed.
"""
import os
import pathlib
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'e2e'))
from journey import Home, wait, xdotool    # pylint: disable=wrong-import-position # the folder is named above

CLOCKS = .25
MINUTE = 60


def processor(pid):
    fields = pathlib.Path(f'/proc/{pid}/stat').read_text(encoding='ascii').rpartition(')')[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')


def minute(program):
    time.sleep(3)    # what the start costs is another figure
    before = processor(program.process.pid)
    time.sleep(MINUTE)
    return processor(program.process.pid) - before


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
        roundel.kill()

        roundel = start_without_reader(home)
        alone = minute(roundel)
        print(f'a running minute: {alone:.2f} s of processor, {alone / CLOCKS:.2f} times a timer of GNOME Clocks ({CLOCKS} s)')
        roundel.kill()

        home.environment['GTK_A11Y'] = 'atspi'
        roundel = home.start()
        roundel.sees('Pause', role='button')
        roundel.press('Room view for the projector', role='button')
        wait(lambda: len(roundel.windows()) == 2, 'the room has a window')
        xdotool('key', '--clearmodifiers', 'F11')
        both = minute(roundel)
        print(f'with a room view of 1920 × 1080: {both:.2f} s, {both / CLOCKS:.2f} times')
        roundel.kill()


if __name__ == '__main__':
    main()
