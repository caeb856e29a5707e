#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text a person reads can be extracted for translation, from C, from .ui files and from the JSON content."""
import importlib.util
import json
import pathlib
import re
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]


def load(name):
    spec = importlib.util.spec_from_file_location(name.replace('-', '_'), ROOT / 'po' / f'{name}.py')
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


content_strings = load('content-strings')
potfiles = load('potfiles')


def extract(text, files):
    """(msgids, warnings) that xgettext gives for files of the project, text being the generated one."""
    with tempfile.TemporaryDirectory() as folder:
        generated = pathlib.Path(folder, 'po', 'content-strings.h')
        generated.parent.mkdir()
        generated.write_text(text, encoding='utf-8')
        run = subprocess.run(['xgettext', '--from-code=UTF-8', '-k_', '-kN_', '-kC_:1c,2', '-kNC_:1c,2', '-D', ROOT, '-D', folder,
                              '-o', '-', *files], capture_output=True, text=True, check=True)
    ids = re.findall(r'^msgid (".*"(?:\n".*")*)', run.stdout, re.MULTILINE)
    return {''.join(json.loads(line) for line in found.splitlines()) for found in ids}, run.stderr


class Translation(unittest.TestCase):
    maxDiff = None

    def test_potfiles_names_every_file_with_a_text(self):
        self.assertEqual((ROOT / 'po' / 'POTFILES.in').read_text().splitlines(), potfiles.potfiles(),
                         'po/potfiles.py --write mends it')

    def test_everything_is_extracted(self):
        text, _ = content_strings.generate(ROOT / 'data')
        ids, warnings = extract(text, potfiles.potfiles())
        self.assertEqual(warnings, '')
        for path in potfiles.potfiles():
            if not path.endswith('.c'):
                continue
            for mark in re.findall(r'\b_ ?\("((?:[^"\\]|\\[n"])*)"\)', (ROOT / path).read_text(encoding='utf-8')):
                self.assertIn(mark.replace('\\n', '\n').replace('\\"', '"'), ids, path)
        for path in (ROOT / 'data').rglob('*.json'):
            for place, value in content_strings.texts(json.loads(path.read_text(encoding='utf-8'))):
                self.assertIn(value, ids, f'{path} {place}')

    def test_what_the_loaders_translate_is_generated(self):
        keys = set()
        for path in (ROOT / 'src' / 'content').glob('*.c'):
            keys.update(re.findall(r'translated\w* \([^;]*?"(\w+)"\)', path.read_text(encoding='utf-8')))
        self.assertTrue(keys)
        self.assertEqual(keys - content_strings.KEYS, set(), 'add these to KEYS of po/content-strings.py')

    def test_texts_are_found_at_any_depth(self):
        odd = 'A “quote”, a "quote", a back\\slash,\na line and\ta tab: 10 %'
        made_up = {'id': 'x', 'name': 'N', 'steps': [{'say': odd, 'steps': [{'title': ['one', 'two'], 'in': 'pair'}]}], 'odd': None}
        self.assertEqual(list(content_strings.texts(made_up)),
                         [('/name', 'N'), ('/steps/0/say', odd), ('/steps/0/steps/0/title/0', 'one'), ('/steps/0/steps/0/title/1', 'two')])
        text = ''.join(f'_({content_strings.quoted(value)})\n' for _, value in content_strings.texts(made_up))
        ids, warnings = extract(text, ['po/content-strings.h'])
        self.assertEqual(warnings, '')
        self.assertEqual(ids - {''}, {'N', odd, 'one', 'two'})


if __name__ == '__main__':
    unittest.main()
