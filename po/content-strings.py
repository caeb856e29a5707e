#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""content-strings.py DATA [OUTPUT DEPFILE]: the texts of data/**/*.json as C for xgettext, which cannot read JSON.

A text is translatable when it stands under one of KEYS, in whatever depth, alone or in a list.
"""
import json
import pathlib
import sys

# The texts that src/content/ hands to gettext.
KEYS = {
    'asks', 'attribution', 'description', 'does', 'individual', 'later', 'measure', 'measures', 'name', 'note', 'odd', 'paste', 'purpose', 'question',
    'say', 'text', 'title', 'when', 'when_not', 'who', 'why_one',
}


def texts(value, path=''):
    """(place, text) of every translatable text in a JSON value."""
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else []
    for key, inner in members:
        place = f'{path}/{key}'
        for number, text in enumerate(inner if isinstance(inner, list) else [inner]):
            if key in KEYS and isinstance(text, str) and text:
                yield place if text is inner else f'{place}/{number}', text
        yield from texts(inner, place)


def quoted(text):
    return '"' + text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n').replace('\t', '\\t') + '"'


def generate(data):
    """(C text, the files and folders it was made from)."""
    lines, sources = [], [data] + [path for path in sorted(data.rglob('*')) if path.is_dir()]
    for path in sorted(data.rglob('*.json')):
        sources.append(path)
        name = path.relative_to(data.parent).as_posix()
        for place, text in texts(json.loads(path.read_text(encoding='utf-8'))):
            lines += [f'/* {name} {place} */', f'_({quoted(text)})']
    return ''.join(line + '\n' for line in lines), sources


def main(data, output=None, depfile=None):
    text, sources = generate(pathlib.Path(data))
    if output is None:
        sys.stdout.write(text)
        return
    pathlib.Path(output).write_text(text, encoding='utf-8')
    names = ' '.join(str(source).replace(' ', '\\ ') for source in sources)
    pathlib.Path(depfile).write_text(f'{output}: {names}\n', encoding='utf-8')


if __name__ == '__main__':
    main(*sys.argv[1:])
