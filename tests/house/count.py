#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""count.py TESTLOG.json…: one line, "N passed, N failed", over the logs of several `meson test`.

The cases of a TAP program are counted one by one, another program as one. A program that ended badly without
saying which case failed, and a log that is not there (the build failed), count as one failure.
"""
import json
import re
import sys

CASE = re.compile(r'(not )?ok\b[^#]*(#\s*(?i:skip|todo)\b)?')


def count(test):
    """(passed, failed, skipped) of one line of the log."""
    passed = failed = skipped = 0
    for line in test.get('stdout', '').splitlines():
        case = CASE.match(line)
        if not case:
            continue
        if case[2]:
            skipped += 1
        elif case[1]:
            failed += 1
        else:
            passed += 1
    good = test['result'] in ('OK', 'EXPECTEDFAIL')
    if test['result'] == 'SKIP':
        return passed, failed, max(skipped, 1)
    if good and not passed + skipped:
        passed = 1
    if not good and not failed:
        failed = 1
    return passed, failed, skipped


def main(paths):
    totals = [0, 0, 0]
    for path in paths:
        try:
            with open(path, encoding='utf-8') as log:
                tests = [json.loads(line) for line in log]
        except FileNotFoundError:
            print(f'{path}: not there, so that build failed', file=sys.stderr)
            totals[1] += 1
            continue
        for test in tests:
            totals = [a + b for a, b in zip(totals, count(test))]
    passed, failed, skipped = totals
    sys.stderr.flush()
    print(f'{passed} passed, {failed} failed' + (f', {skipped} skipped' if skipped else ''))
    return 0 if passed and not failed else 1


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
