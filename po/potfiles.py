#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""potfiles.py [--write]: po/POTFILES.in as it should be, every file in which something is marked for translation."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
MARKED = re.compile(r'\b(_|N_|C_|NC_|ngettext|g_dngettext)\s*\(\s*"|translatable="(yes|true)"')
WHOLE = ('*.desktop.in*', '*.metainfo.xml.in*', '*.gschema.xml*')    # translatable without a mark
GENERATED = ['po/content-strings.h']    # in the build folder


def potfiles(root=ROOT):
    files = [path for ending in ('c', 'h', 'ui') for path in (root / 'src').rglob('*.' + ending)
             if MARKED.search(path.read_text(encoding='utf-8'))]
    for pattern in WHOLE:
        files += (root / 'data').rglob(pattern)
    return GENERATED + sorted(path.relative_to(root).as_posix() for path in files)


if __name__ == '__main__':
    text = ''.join(line + '\n' for line in potfiles())
    if sys.argv[1:] == ['--write']:
        (ROOT / 'po' / 'POTFILES.in').write_text(text, encoding='utf-8')
    else:
        sys.stdout.write(text)
