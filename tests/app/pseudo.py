#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""pseudo.py BUILD WITH-DISPLAY PROGRAM…: runs PROGRAM on a display, in a language that puts every text in ⟦brackets⟧.

What has none was never given to gettext.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PLAIN_LOCALE = pathlib.Path('/usr/lib/locale/C.utf8')
KEYWORDS = ['-k_', '-kN_', '-kC_:1c,2', '-kNC_:1c,2', '-kg_dngettext:2,3', '-kngettext:1,2']


def catalogue(build, folder):
    """Writes the pseudo-language xx below folder."""
    files = [line for line in (ROOT / 'po' / 'POTFILES.in').read_text(encoding='utf-8').split('\n') if line]
    target = folder / 'xx' / 'LC_MESSAGES'
    target.mkdir(parents=True)
    template = subprocess.run(['xgettext', '--from-code=UTF-8', *KEYWORDS, '-D', ROOT, '-D', build, '-o', '-', *files],
                              check=True, capture_output=True).stdout.replace(b'charset=CHARSET', b'charset=UTF-8')
    english = subprocess.run(['msgen', '-'], input=template, check=True, capture_output=True).stdout
    # the header, which comes first, stays as it is: only it has a Content-Type
    filtered = subprocess.run(['msgfilter', '--keep-header', 'sed', '-e', '1s/^/⟦/', '-e', '$s/$/⟧/'],
                              input=english, check=True, capture_output=True).stdout
    subprocess.run(['msgfmt', '-o', target / 'roundel.mo', '-'], input=filtered, check=True)


def main(build, with_display, *program):
    with tempfile.TemporaryDirectory() as folder:
        catalogue(build, pathlib.Path(folder))
        # newer C libraries translate nothing in the locale C.UTF-8: under another name it will do
        (pathlib.Path(folder) / 'xx.UTF-8').symlink_to(PLAIN_LOCALE)
        return subprocess.run([with_display, 'env', f'LOCPATH={folder}', 'LC_ALL=xx.UTF-8', 'LANGUAGE=xx', *program],
                              env=os.environ | {'ROUNDEL_LOCALEDIR': folder}, check=False).returncode


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
