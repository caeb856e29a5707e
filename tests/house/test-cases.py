#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of the 53 cases in CONTRIBUTING.md names tests that exist."""
import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Cases(unittest.TestCase):
    def test_each_case_names_its_test(self):
        text = (ROOT / 'CONTRIBUTING.md').read_text()
        rows = re.findall(r'^\| (\d+) \|.*\| (.*) \|$', text, re.MULTILINE)
        self.assertEqual([int(number) for number, _ in rows], list(range(1, 54)))
        # A path is put together by a macro that knows its first half.
        sources = ''.join(path.read_text() for path in (ROOT / 'tests' / 'store').glob('*.c'))
        for number, shown in rows:
            for name in re.findall(r'`(.+?)`', shown) if shown != 'not yet' else []:
                suite, case = name.split('/')
                self.assertRegex(sources, rf'"(/{suite}/)?{case}"', f'case {number}')
                self.assertIn(f'"/{suite}/', sources, f'case {number}')
            self.assertTrue(shown == 'not yet' or '`' in shown, f'case {number}')


if __name__ == '__main__':
    unittest.main()
