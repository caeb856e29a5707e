#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""layers.py ROOT: reads every include, link line and clock under ROOT, and says what breaks the rules of the house.

CONTRIBUTING.md gives the rules with their reasons.
"""
import pathlib
import re
import sys

# A layer may use those named, and itself.
BELOW = {'core': []}
BELOW['content'] = ['core']
BELOW['store'] = ['core', 'content']
BELOW['paper'] = ['core', 'content', 'store']
BELOW['cli'] = BELOW['app'] = ['core', 'content', 'store', 'paper']
BELOW['main'] = ['core', 'content', 'store', 'paper', 'app']

ALL = ['core', 'content', 'store', 'paper', 'cli', 'app', 'main']
# Headers of a library, its variables in meson.build, and the layers that may use it.
LIBRARIES = [
    (r'glib(/.*)?\.h', ['glib_dep', 'math_dep'], ALL),
    (r'(assert|ctype|errno|fcntl|float|inttypes|limits|locale|math|poll|signal|stdarg|stdbool|stddef|stdint|stdio|stdlib|'
     r'string|strings|termios|time|unistd|wchar|sys/.*)\.h', [], ALL),
    (r'(glib-object|glib-unix|gmodule)\.h|gio/.*', ['gio_dep', 'gobject_dep', 'gio_unix_dep'],
     ['content', 'store', 'paper', 'cli', 'app', 'main']),
    (r'json-glib/.*', ['json_dep'], ['content', 'store', 'cli']),
    (r'sqlite3\.h', ['sqlite_dep'], ['store']),
    (r'sodium(/.*)?\.h', ['sodium_dep'], ['store']),
    (r'(pango|cairo|harfbuzz).*', ['pango_dep', 'pangocairo_dep', 'cairo_dep', 'cairo_pdf_dep'], ['paper', 'app']),
    (r'libical/.*', ['ical_dep'], ['paper']),
    (r'(gtk|gdk|gsk|graphene|adwaita|gsound|libnotify)\b.*',
     ['gtk_dep', 'adwaita_dep', 'gsound_dep', 'notify_dep'], ['app', 'main']),
]

CLOCKS = re.compile(r'(?<![\w.>])(g_get_real_time|g_get_monotonic_time|g_date_time_new_now\w*|g_random_\w+|g_rand_new|'
                    r'g_uuid_string_random|gettimeofday|clock_gettime|time|rand|random)\s*\(')
WORLD = 'core/env.c'

# What leaves the house must not be able to reach the journal, not even through a header of somebody else.
SHARING = re.compile(r'store/(share|export|publish|merge|sync)')
JOURNAL = 'store/journal/'
JOURNAL_DEP = 'store_journal_dep'

MAX_LINES = 800
# path: why it is right that this file is longer
LONG = {}

SPDX = 'SPDX-License-Identifier: GPL-3.0-or-later'
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)
BLANKED = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"', re.DOTALL)


def code_only(text):
    """The text without comments and strings, every line where it was."""
    return BLANKED.sub(lambda match: re.sub(r'[^\n]', ' ', match[0]), text)


def line_of(text, offset):
    return text.count('\n', 0, offset) + 1


def layer_of(path):
    """The layer of a path below src/; a file in src/ itself belongs to main."""
    first, slash, _ = path.partition('/')
    return first if slash else 'main'


def screen_of(path):
    """The screen a file of the app layer belongs to; None for the shell and the widgets, which all may use."""
    parts = path.split('/')
    return parts[1] if parts[0] == 'app' and len(parts) > 2 and parts[1] != 'widgets' else None


def check_include(path, included):
    """What is wrong with path including "included", or None."""
    layer, other = layer_of(path), layer_of(included)
    if included == 'config.h':
        return None
    if other not in BELOW or '/' not in included:
        return f'"{included}": write the path from src/, as in "core/env.h"'
    if other != layer and other not in BELOW[layer]:
        return f'"{included}": {layer} may not use {other}'
    theirs = screen_of(included)
    if theirs and theirs != screen_of(path) and path.startswith('app/widgets/'):
        return f'"{included}": a widget may not use a screen'
    if theirs and screen_of(path) and theirs != screen_of(path):
        return f'"{included}": a screen may not use another; what both need belongs in app/widgets/'
    return None


def check_library(layer, header):
    """What is wrong with a layer including <header>, or None."""
    for pattern, _, layers in LIBRARIES:
        if re.fullmatch(pattern, header):
            return None if layer in layers else f'<{header}> is not for {layer}, only for {", ".join(layers)}'
    return f'<{header}> is a library that tests/layers does not know'


def check_links(path, text):
    """The dependencies that a layer's meson.build hands to its library."""
    layer = path.split('/')[0]
    private = path.startswith(JOURNAL) or layer in BELOW and layer != 'store' and 'store' in BELOW[layer]
    for match in re.finditer(r'\b([a-z]+(?:_[a-z]+)*_dep)\b', re.sub(r'#[^\n]*', '', text)):
        name, line = match[1], line_of(text, match.start())
        own = name[:-len('_dep')].split('_')[0]
        if name == JOURNAL_DEP and not private:
            yield f'src/{path}:{line}: what shares is in this library: it may not link {name}'
        if own in BELOW:
            if own != layer and own not in BELOW[layer]:
                yield f'src/{path}:{line}: {layer} may not link {name}'
            continue
        layers = [layers for _, names, layers in LIBRARIES if name in names]
        if not layers:
            yield f'src/{path}:{line}: {name} is a library that tests/layers does not know'
        elif layer not in layers[0]:
            yield f'src/{path}:{line}: {name} is not for {layer}, only for {", ".join(layers[0])}'


def check_journal(includes):
    """Every way from a file that shares to the journal, through any number of headers."""
    for start in sorted(path for path in includes if SHARING.match(path)):
        ways, seen = [[start]], {start}
        while ways:
            way = ways.pop(0)
            for included in includes.get(way[-1], []):
                if included.startswith(JOURNAL):
                    yield f'src/{start}: sharing reaches the journal: {" → ".join(way + [included])}'
                elif included not in seen:
                    seen.add(included)
                    ways.append(way + [included])


def check_head(path, text):
    lines = text.splitlines()[:3]
    if path.suffix in ('.c', '.h'):
        return lines[:1] == [f'/* {SPDX} */']
    return any(SPDX in line for line in lines)


def check(root):
    """All that breaks a rule below root, one line each."""
    root, problems, includes = pathlib.Path(root), [], {}
    for file in sorted((root / 'src').rglob('*.[ch]')):
        path, text = file.relative_to(root / 'src').as_posix(), file.read_text(encoding='utf-8')
        layer = layer_of(path)
        if layer not in BELOW:
            problems.append(f'src/{path}: there is no layer {layer}')
            continue
        for match in INCLUDE.finditer(text):
            kind, header = match[1], match[2]
            wrong = check_library(layer, header) if kind == '<' else check_include(path, header)
            if wrong:
                problems.append(f'src/{path}:{line_of(text, match.start())}: {wrong}')
            if kind == '"':
                includes.setdefault(path, []).append(header)
        if path != WORLD:
            for match in CLOCKS.finditer(code_only(text)):
                problems.append(f'src/{path}:{line_of(text, match.start())}: {match[1]} asks the world; '
                                'take a RoundelEnv, a time or a random value as an argument')
    for file in sorted((root / 'src').glob('*/**/meson.build')):
        problems += check_links(file.relative_to(root / 'src').as_posix(), file.read_text(encoding='utf-8'))
    problems += check_journal(includes)

    for folder in ('src', 'data', 'tests', 'po'):
        for file in sorted((root / folder).rglob('*')):
            if file.suffix not in ('.c', '.h', '.ui', '.css', '.py', '.sql'):
                continue
            path, text = file.relative_to(root), file.read_text(encoding='utf-8')
            if not check_head(path, text):
                problems.append(f'{path}:1: does not begin with {SPDX}')
            lines = text.count('\n')
            if lines > MAX_LINES and path.as_posix() not in LONG:
                problems.append(f'{path}: {lines} lines; split it, or explain it in LONG of tests/layers/layers.py')
    return problems


if __name__ == '__main__':
    found = check(sys.argv[1])
    print('\n'.join(found), file=sys.stderr)
    sys.exit(1 if found else 0)
