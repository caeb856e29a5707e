#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""README.md gives a reason for each package that ./run installs, and for no other."""
import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Packages(unittest.TestCase):
    def test_each_package_has_its_reason(self):
        lists = re.findall(r'^(?:build|test)_packages=\((.*?)\)', (ROOT / 'run').read_text(), re.DOTALL | re.MULTILINE)
        self.assertEqual(len(lists), 2)
        installed = ' '.join(lists).split()
        self.assertEqual(len(installed), len(set(installed)))
        explained = []
        for packages, reason in re.findall(r'^\| (`[^|]*`) \| ([^|]*) \|$', (ROOT / 'README.md').read_text(), re.MULTILINE):
            names = re.findall(r'`([a-z0-9][a-z0-9.+-]*)`', packages)
            self.assertTrue(reason.strip(), names)
            explained += names
        self.assertEqual(sorted(installed), sorted(explained))


if __name__ == '__main__':
    unittest.main()
