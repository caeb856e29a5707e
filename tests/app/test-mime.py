#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The three files of Roundel are told apart by what is in them, and from any other SQLite file."""
import os
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2] / 'data' / 'desktop' / 'org.roundel.Roundel.xml'


class Mime(unittest.TestCase):
    def test_each_application_id_has_its_type(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / 'mime' / 'packages').mkdir(parents=True)
            shutil.copy(SOURCE, folder / 'mime' / 'packages')
            subprocess.run(['update-mime-database', folder / 'mime'], check=True)
            for mark, expected in ((b'RNDS', 'application/x-roundel'), (b'RNDL', 'application/x-roundel-notebook'),
                                   (b'RNDJ', 'application/x-roundel-journal'), (b'\0\0\0\0', 'application/vnd.sqlite3')):
                file = folder / f'file-{mark.hex()}'
                database = sqlite3.connect(file)
                database.execute(f'PRAGMA application_id = {int.from_bytes(mark, "big")}')
                database.execute('CREATE TABLE t (a)')
                database.commit()
                database.close()
                info = subprocess.run(['gio', 'info', '-a', 'standard::content-type', file], check=True, capture_output=True,
                                      text=True, env=os.environ | {'XDG_DATA_HOME': name})
                self.assertRegex(info.stdout, f'content-type: {expected}\n')


if __name__ == '__main__':
    unittest.main()
