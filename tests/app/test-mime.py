#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The three files of Roundel are told apart by what is in them, and from any other SQLite file."""
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOURCE = ROOT / 'data' / 'desktop' / 'org.roundel.Roundel.xml'


def application_ids():
    """What the store writes into its files."""
    header = (ROOT / 'src' / 'store' / 'schema.h').read_text(encoding='utf-8')
    return {name: int(value, 16) for name, value in re.findall(r'#define ROUNDEL_(\w+)_ID (0x[0-9a-f]+)u', header)}


class Mime(unittest.TestCase):
    def test_each_application_id_has_its_type(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / 'mime' / 'packages').mkdir(parents=True)
            shutil.copy(SOURCE, folder / 'mime' / 'packages')
            subprocess.run(['update-mime-database', folder / 'mime'], check=True)
            ids = application_ids()
            for mark, expected in ((ids['SHARE'], 'application/x-roundel'), (ids['NOTEBOOK'], 'application/x-roundel-notebook'),
                                   (ids['JOURNAL'], 'application/x-roundel-journal'), (0, 'application/vnd.sqlite3')):
                file = folder / f'file-{mark:x}'
                database = sqlite3.connect(file)
                database.execute(f'PRAGMA application_id = {mark}')
                database.execute('CREATE TABLE t (a)')
                database.commit()
                database.close()
                info = subprocess.run(['gio', 'info', '-a', 'standard::content-type', file], check=True, capture_output=True,
                                      text=True, env=os.environ | {'XDG_DATA_HOME': name})
                self.assertRegex(info.stdout, f'content-type: {expected}\n')


if __name__ == '__main__':
    unittest.main()
