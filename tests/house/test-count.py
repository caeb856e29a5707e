#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
import contextlib
import io
import json
import pathlib
import tempfile
import unittest

import count


class Count(unittest.TestCase):
    def summary(self, *logs):
        """(status, line) for logs given as lists of (result, stdout); None is a log that is not there."""
        with tempfile.TemporaryDirectory() as folder:
            paths = []
            for number, log in enumerate(logs):
                path = pathlib.Path(folder, str(number))
                if log is not None:
                    path.write_text(''.join(json.dumps({'result': result, 'stdout': stdout}) + '\n' for result, stdout in log))
                paths.append(str(path))
            with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()):
                status = count.main(paths)
            return status, out.getvalue()

    def test_cases_of_all_logs_are_added(self):
        self.assertEqual(self.summary([('OK', '1..2\nok 1 /a\nok 2 /b\n')], [('OK', 'no TAP')]), (0, '3 passed, 0 failed\n'))

    def test_skipped_cases_are_neither_passed_nor_failed(self):
        self.assertEqual(self.summary([('OK', 'ok 1 /a\nok 2 /b # SKIP no display\n'), ('SKIP', '')]),
                         (0, '1 passed, 0 failed, 2 skipped\n'))

    def test_a_failed_case_fails(self):
        self.assertEqual(self.summary([('FAIL', 'ok 1 /a\nnot ok 2 /b\nok 3 /c\n')]), (1, '2 passed, 1 failed\n'))

    def test_a_crash_is_a_failure(self):
        self.assertEqual(self.summary([('ERROR', 'ok 1 /a\n'), ('TIMEOUT', '')]), (1, '1 passed, 2 failed\n'))

    def test_a_build_that_failed_is_a_failure(self):
        self.assertEqual(self.summary([('OK', 'ok 1 /a\n')], None), (1, '1 passed, 1 failed\n'))

    def test_nothing_tested_is_no_success(self):
        self.assertEqual(self.summary([]), (1, '0 passed, 0 failed\n'))


if __name__ == '__main__':
    unittest.main()
