# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample: the program of tests/fixtures/conscious-skills in its first week, programs around it, and the journal of one
of its members. All by roundel-cli, each thing at its time."""
import pathlib

CSV = pathlib.Path(__file__).resolve().parents[1] / 'fixtures' / 'conscious-skills' / 'members.csv'
NOW = '1@2027-01-19T20:40:00Z'
TOPIC = 'Difficult conversations about missed deadlines'

# outcome, title, topic, first session, further options
PROGRAMS = [
    ('problem-solving', 'Stuck projects, summer', 'Projects that stand still', '2026-06-02T14:00', ['--people', 6]),
    ('support', 'Support desk circle', 'Staying well at the desk', '2026-09-30T16:00', ['--people', 8]),
    ('transfer-of-training', 'After the coaching course', 'Using what the course taught', '2026-12-15T10:00', ['--people', 6]),
    ('leadership-development', 'Conscious skills', TOPIC, '2027-01-14T15:00', ['--pattern', 'weekly-cycle', '--members', CSV]),
    ('supervisory-development', 'First-line leads', 'The first year of leading', '2027-03-01T09:00', ['--people', 6]),
    ('deep-networking', 'New in the house', 'Knowing whom to ask', '2027-04-08T13:00', ['--people', 12]),
]

# when, kind, text
ENTRIES = [
    ('2027-01-13T21:03', 'note', '# Before we start\n\nWhat I hope for, what I fear a little. That nobody finds words when it is my turn; that I do not either.'),
    ('2027-01-14T16:30', 'lesson', '# Silence is a question too\n\nFarida said nothing for ten seconds, and I told her the real reason.'),
    ('2027-01-17T19:12', 'question', '# Why do I wait?\n\nI knew on Tuesday. I spoke on Friday. What was I protecting?'),
    ('2027-01-19T20:40', 'reflection', '# Asked before it was late\n\nThe estimate for the export job was slipping again. Last month I would have waited '
     'until Friday, and then been sharp about it. Today I asked Jonas at ten in the morning what was in the way, and stayed quiet until he '
     'had finished.\n\nHe had been waiting for an answer from *me* since Thursday.\n\n- What worked: one question, then silence.\n'
     '- What I want to try again: ask on the day I first notice, not on the day it is due.'),
]

# text, cue, due, (when, result, confidence)…
COMMITMENTS = [
    ('Ask the same day', 'When I see a date slip', '2027-02-04',
     [('2027-01-15T09:00', 'not-yet', 2), ('2027-01-16T09:00', 'worked', 3), ('2027-01-17T15:00', 'partly', 3),
      ('2027-01-18T09:00', 'worked', 4), ('2027-01-19T09:05', 'worked', 4)]),
    ('Start with what I saw, not with what I think', 'At each one-to-one', '2027-01-28',
     [('2027-01-15T11:00', 'partly', 2), ('2027-01-18T11:00', 'worked', 3)]),
    ('Give one decision a week away', 'On Fridays, with the rota', '2027-03-31', [('2027-01-15T15:00', 'not-yet', 2)]),
]


def write_sample(home):
    """Into a home that is still empty. Returns the id of the program."""
    def at(time, *arguments):
        return home.cli('--clock', f'1@{time}:00Z', *arguments)

    program = None
    for outcome, title, topic, start, options in PROGRAMS:
        made = at('2026-05-20T10:00' if start < '2026-12' else '2026-12-01T10:00', 'design', '--outcome', outcome, '--title', title,
                  '--topic', topic, '--start', start, '--zone', 'Europe/Oslo', *options)
        program = made['program'] if title == 'Conscious skills' else program
    for time, kind, text in ENTRIES:
        at(time, 'journal', 'add', '--kind', kind, '--program', program, text)
    for text, cue, due, practices in COMMITMENTS:
        made = at('2027-01-14T15:55', 'commitment', 'add', text, '--cue', cue, '--due', due, '--program', program)
        for time, result, confidence in practices:
            at(time, 'practice', made['commitment'], '--result', result, '--confidence', confidence)
    return program
