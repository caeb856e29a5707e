# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample: the program of tests/fixtures/conscious-skills in its first week, programs around it, and the journal of one
of its members. All by roundel-cli, each thing at its time."""
import json
import os
import pathlib
import subprocess

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
    ('coaching-culture', 'The whole house learns to coach one another, year one', 'Asking before telling, on every floor and in every '
     'department', '2027-05-05T13:00', ['--members', 'FORTY']),
]
FORTY = [f'{first} {last}' for first in ('Aurélie', 'Boris', 'Chimamanda', 'Đorđe', 'Esperanza', 'Friðrik', 'Gulnara', 'Hoàng')
         for last in ('Abubakar', 'Lindström-Kowalczyk', 'Müller', 'van der Meulen', 'Ó Briain')]

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


# the same at the end of the program: (when, result, confidence)…, of each commitment in turn
PRACTICE = [
    [('2027-01-22T09:00', 'worked', 4), ('2027-01-26T10:00', 'not-yet', 3), ('2027-01-28T09:00', 'worked', 4),
     ('2027-02-02T09:00', 'worked', 4), ('2027-02-05T09:00', 'worked', 5), ('2027-02-09T09:00', 'worked', 5)],
    [('2027-01-25T11:00', 'partly', 3), ('2027-02-01T11:00', 'worked', 4), ('2027-02-08T11:00', 'worked', 4)],
    [('2027-01-22T15:00', 'partly', 2), ('2027-01-29T15:00', 'worked', 3), ('2027-02-05T15:00', 'partly', 3)],
]


def write_sample(home, practice=((), (), ())):
    """Into a home that is still empty. Returns the id of the program."""
    def at(time, *arguments):
        return home.cli('--clock', f'1@{time}:00Z', *arguments)

    program, forty = None, home.folder / 'forty.csv'
    forty.write_text('name,team,interests\n' + ''.join(f'{name},Floor {i % 6 + 1},coaching\n' for i, name in enumerate(FORTY)))
    for outcome, title, topic, start, options in PROGRAMS:
        made = at('2026-05-20T10:00' if start < '2026-12' else '2026-12-01T10:00', 'design', '--outcome', outcome, '--title', title,
                  '--topic', topic, '--start', start, '--zone', 'Europe/Oslo',
                  *(forty if option == 'FORTY' else option for option in options))
        program = made['program'] if title == 'Conscious skills' else program
    for time, kind, text in ENTRIES:
        at(time, 'journal', 'add', '--kind', kind, '--program', program, text)
    for (text, cue, due, practices), later in zip(COMMITMENTS, practice):
        made = at('2027-01-14T15:55', 'commitment', 'add', text, '--cue', cue, '--due', due, '--program', program)
        for time, result, confidence in [*practices, *later]:
            at(time, 'practice', made['commitment'], '--result', result, '--confidence', confidence)
    return program


def write_exchange(home, program):
    """A file from Grace, who joined, changed things, and wrote one text at the same time as the owner of the home; it lies in
    the home, with another of what she joined with. Returns their paths."""
    build = pathlib.Path(__file__).resolve().parents[2] / os.environ.get('ROUNDEL_BUILD', 'build')
    grace = type(home)(home.folder / 'grace')

    def put(whose, time, kind, entity, register, circle, body):
        subprocess.run([build / 'tests' / 'cli' / 'write-record', whose.folder / 'data' / 'roundel' / 'notebook.db', 'put', program,
                        entity, kind, register, circle, json.dumps(body, ensure_ascii=False)], check=True,
                       env={**whose.environment, 'ROUNDEL_CLOCK': f'1@{time}:00Z'})

    def bodies(kind, register=''):
        return {entity: (circle, json.loads(body)) for entity, circle, body in home.rows('notebook.db', """
            SELECT lower (hex (entity)), lower (hex (circle)), body FROM current JOIN revision USING (seq, entity, kind, register)
            WHERE kind = :kind AND register = :register AND hex (revision.program) = :program""", kind=kind, register=register,
                                                                      program=program.replace('-', '').upper())}

    def uuid(text):
        return '' if set(text) == {'0'} else '-'.join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))

    lesson = '01890000-0000-7000-8000-0000000000c2'
    charter, (circle, _) = next(iter(bodies('charter').items()), ('018900000000700080000000000000c1', ('0' * 32, {})))
    charter, circle = uuid(charter), uuid(circle)
    rule = 'What is said here stays here. {} Whoever wants to tell a story outside asks {} first.'
    put(home, '2027-01-11T09:00', 'charter', charter, '', circle, {'rules': ['What is said here stays here.']})
    first, second = home.folder / 'conscious-skills.roundel', home.folder / 'conscious-skills-grace.roundel'
    home.cli('--clock', '1@2027-01-12T09:00:00Z', 'export', program, '--for', 'members', '--to', first)
    grace.cli('--clock', '1@2027-01-12T10:00:00Z', 'merge', '--join', first)
    members = {body['name']: uuid(entity) for entity, (_, body) in bodies('member').items()}
    device, = subprocess.run([build / 'tests' / 'cli' / 'write-record', grace.folder / 'data' / 'roundel' / 'notebook.db', 'device',
                              program], check=True, capture_output=True, text=True,
                             env={**grace.environment, 'ROUNDEL_CLOCK': '1@2027-01-12T10:00:00Z'}).stdout.split()
    put(grace, '2027-01-12T10:01', 'card', device, '', '', {'member': members['Grace Mbeki']})
    put(home, '2027-01-19T21:12', 'charter', charter, '', circle, {'rules': [rule.format('Lessons leave the room, names do not.',
                                                                                  'the one it belongs to')]})
    put(grace, '2027-01-20T08:40', 'charter', charter, '', circle, {'rules': [rule.format(
        'Only positive lessons leave the room, and only when their owner releases them.', 'the group')]})
    for entity, (where, body) in sorted(bodies('session', 'schedule').items(), key=lambda one: one[1][1]['starts'])[1:3]:
        put(grace, '2027-01-20T08:45', 'session', uuid(entity), 'schedule', uuid(where), {**body, 'place': 'Room 3.02'})
    hiro = members['Hiro Tanaka']
    body = next(body for entity, (_, body) in bodies('member').items() if uuid(entity) == hiro)
    put(grace, '2027-01-20T08:47', 'member', hiro, '', '', {**body, 'team': 'Logistics'})
    put(grace, '2027-01-20T08:50', 'lesson', lesson, '', '', {'text': 'Ask what they see first', 'by': members['Grace Mbeki']})
    grace.cli('--clock', '1@2027-01-20T17:04:00Z', 'export', program, '--for', 'members', '--to', second)
    return first, second
