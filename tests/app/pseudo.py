#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""pseudo.py BUILD WITH-DISPLAY PROGRAM…: runs PROGRAM on a display, in a language that puts every text in ⟦brackets⟧.

What has none was never given to gettext.
"""
import os
import pathlib
import struct
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
    compiled = subprocess.run(['msgfmt', '-o', '-', '-'], input=english, check=True, capture_output=True).stdout
    (target / 'roundel.mo').write_bytes(bracketed(compiled))


def bracketed(catalogue):
    """CATALOGUE, an .mo file, with brackets around each form of each translation but the header."""
    magic, revision, n, ids, texts = struct.unpack('=5I', catalogue[:20])

    def read(table, i):
        length, offset = struct.unpack_from('=2I', catalogue, table + 8 * i)
        return catalogue[offset:offset + length]

    entries = [(read(ids, i), read(texts, i)) for i in range(n)]
    entries = [(key, text if key == b'' else b'\0'.join('⟦'.encode() + form + '⟧'.encode() for form in text.split(b'\0')))
               for key, text in entries]
    tables, data, start = b'', b'', 28 + 16 * n
    for column in (0, 1):
        for entry in entries:
            tables += struct.pack('=2I', len(entry[column]), start + len(data))
            data += entry[column] + b'\0'
    return struct.pack('=7I', magic, revision, n, 28, 28 + 8 * n, 0, start) + tables + data


def main(build, with_display, *program):
    with tempfile.TemporaryDirectory() as folder:
        catalogue(build, pathlib.Path(folder))
        # newer C libraries translate nothing in the locale C.UTF-8: under another name it will do
        (pathlib.Path(folder) / 'xx.UTF-8').symlink_to(PLAIN_LOCALE)
        return subprocess.run([with_display, 'env', f'LOCPATH={folder}', 'LC_ALL=xx.UTF-8', 'LANGUAGE=xx', *program],
                              env=os.environ | {'ROUNDEL_LOCALEDIR': folder}, check=False).returncode


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
