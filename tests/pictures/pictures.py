#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""pictures.py DIR [SCREEN | SCREEN-VARIANT | VARIANT …]: a picture of every screen in every variant, or of those named, with
the sample content.

For whoever changes a screen, and for the README. DIR gets a PNG for each, named SCREEN-VARIANT.png, and an index.html
that shows them side by side. `./run pictures DIR` builds Roundel and runs this.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / 'tests' / 'e2e'))

from journey import Home, wait    # noqa: E402
from sample import CSV, NOW, PRACTICE, TOPIC, write_exchange, write_sample    # noqa: E402

LATER = '1@2027-01-20T18:04:00Z'
GROWN = '1@2027-02-12T19:30:00Z'

# name: (screen, words of DISPLAY_VARIANT)
VARIANTS = {
    'wide': ('1200x800', ''),
    'narrow': ('360x720', ''),
    'dark': ('1200x800', 'dark'),
    'narrow-dark': ('360x720', 'dark'),
    'contrast': ('1200x800', 'contrast'),
    'text200': ('1200x800', 'text200'),
    'rtl': ('1200x800', 'rtl'),
}
PROJECTOR = {'projector': ('1920x1080', ''), 'projector-dark': ('1920x1080', 'dark')}
SESSION = '1@2027-01-21T13:57:00Z'    # three minutes before the second one


# How one gets to each screen. Those with people in them run at a time of the sample.

def welcome(roundel):
    roundel.sees('People learn well from one another')


def menu(roundel):
    roundel.keys('F10')
    roundel.sees('About Roundel')


def shortcuts(roundel):
    roundel.keys('ctrl+question')
    roundel.sees('Close the window')


def programs(roundel):
    roundel.sees('Conscious skills')


def programs_search(roundel):
    programs(roundel)
    roundel.keys('ctrl+f')
    roundel.types('con')
    roundel.sees_no('First-line leads')


def dossier(roundel):
    roundel.press('Conscious skills', role='label')
    roundel.sees('Difficult conversations about missed deadlines')


def plan(roundel):
    dossier(roundel)
    roundel.tab_to('Session 2')
    roundel.keys('Return')
    roundel.tab_to('Edit the plan of Session 2')    # out of view where the text is large
    roundel.keys('Return')
    roundel.sees('How will this session be spent?')


def results(roundel):
    dossier(roundel)
    roundel.tab_to('Results and evaluation', key='shift+Tab')    # out of view
    roundel.keys('Return')
    roundel.sees('What should be different afterwards?')


def readiness(roundel):
    dossier(roundel)
    roundel.press('Work Through It', role='button')
    roundel.sees('Seven reasons for which programs fail')


def members(roundel):
    dossier(roundel)
    roundel.press('Everybody…', role='button')
    roundel.sees('Advisory committee')


def members_import(roundel):
    """A list that comes into a program that has people already."""
    members(roundel)
    roundel.does('members.open-csv')
    roundel.choose_file(CSV)
    roundel.sees('Who comes in?')


def papers(roundel):
    dossier(roundel)
    roundel.tab_to('Support Letters (4)')    # out of view


def stress(roundel):
    dossier(roundel)
    roundel.tab_to('Rehearse It 1,000 Times')    # out of view
    roundel.keys('space')
    roundel.sees(re.compile('Sessions end on time'))


def paper(roundel):
    dossier(roundel)
    roundel.tab_to('Support Letters (4)')    # out of view
    roundel.keys('Return')
    roundel.sees('Print…')


def members_forty(roundel):
    roundel.press(re.compile('^The whole house'), role='label')
    roundel.press('Everybody…', role='button')
    roundel.sees('Advisory committee')


def topic(roundel):
    dossier(roundel)
    roundel.does('program.topic')
    roundel.sees('Topic cards')


def changes(roundel):
    dossier(roundel)
    roundel.does('program.changes')
    roundel.sees('What was changed, and who did')


def formats(roundel):
    roundel.keys('ctrl+shift+f')
    roundel.sees('Troika Consulting')


def format_(roundel):
    formats(roundel)
    roundel.keys('ctrl+f')
    roundel.types('troika')
    roundel.sees_no('After Action Review', role='list item')
    roundel.press('Troika Consulting', role='label')
    time.sleep(1)


def wizard(roundel):
    question = 'Should each member gain vision and influence?'
    roundel.keys('ctrl+n')
    roundel.press(question, role='button')
    wait(lambda: roundel.sees(question, role='button').has('pressed'), 'the outcome is chosen')


def wizard_second(roundel):
    wizard(roundel)
    roundel.tab_to('Compare with')    # out of view
    roundel.keys('space', 'End', 'Return')
    roundel.sees('A second program for “Transfer of training”')


def wizard_dates(roundel):
    wizard(roundel)
    roundel.does('wizard.next')
    roundel.sees('When will they meet?')


def wizard_people(roundel):
    wizard_dates(roundel)
    roundel.does('wizard.next')
    roundel.press('Open CSV…', role='button')
    roundel.choose_file(CSV)
    roundel.press('Bring In 9 People', role='button')
    roundel.sees('9 people came in from members.csv')


def wizard_import(roundel):
    """A list whose column of teams is called otherwise, with three rows that stay out."""
    path = roundel.home.folder / 'people.csv'
    rows = CSV.read_text(encoding='utf-8').replace('team', 'Abteilung').splitlines()
    rows[2:2] = [rows[1], ',nobody@example.org', 'Jo Lund,nowhere,lead,Sales']
    path.write_text('\n'.join(rows), encoding='utf-8')
    wizard_dates(roundel)
    roundel.does('wizard.next')
    roundel.press('Open CSV…', role='button')
    roundel.choose_file(path)
    roundel.sees('3 rows stay out')


def wizard_topic(roundel):
    wizard_people(roundel)
    roundel.does('wizard.next')
    roundel.set('Title of the program', 'Conscious skills')
    roundel.set('Topic of mutual concern', TOPIC)


def wizard_goals(roundel):
    wizard_topic(roundel)
    roundel.does('wizard.next')
    roundel.sees('What should be different afterwards?')


def wizard_plan(roundel):
    wizard_goals(roundel)
    roundel.does('wizard.next')
    roundel.sees('How will each session be spent?')


def wizard_review(roundel):
    wizard_plan(roundel)
    roundel.does('wizard.next')
    roundel.sees('Is this your program?')


def run(roundel):
    roundel.keys('ctrl+2')
    roundel.sees('Who meets in this room?')


def run_new(roundel):
    roundel.keys('ctrl+2')
    roundel.sees('How many are you?')


def quick(roundel):
    run(roundel)
    roundel.does('choose.quick')
    roundel.sees('To the Lobby', role='button')


def lobby(roundel):
    run(roundel)
    roundel.press(re.compile('^Conscious skills, Session 2'), role='list item')
    roundel.sees('Start Session', role='button')
    for letter in 'abcdefg':
        roundel.keys(letter)
    roundel.sees(re.compile('^7 of 9'))


def leader(roundel):
    lobby(roundel)
    roundel.press('Somebody else leads today')
    roundel.sees('Who leads today?')


def groups(roundel):
    lobby(roundel)
    roundel.tab_to(re.compile('in group 2$'))    # out of view
    time.sleep(1)


def start_session(roundel):
    lobby(roundel)
    roundel.does('run.start')
    roundel.sees('Pause', role='button')


def round_(roundel):
    start_session(roundel)
    for _ in range(3):
        roundel.does('run.next')
        time.sleep(.5)    # nothing tells in every width which turn it is
    time.sleep(3)    # the sign that it is another goes away


def opening(roundel):
    start_session(roundel)
    roundel.does('run.guide')
    time.sleep(1)


def rescue(roundel):
    round_(roundel)
    roundel.does('run.rescue')
    time.sleep(1)


def fit(roundel):
    round_late(roundel)
    roundel.does('run.fit')
    time.sleep(1)


def partners(roundel):
    run(roundel)
    roundel.does('run.partners')
    time.sleep(1)


def forty(roundel):
    quick(roundel)
    roundel.types('40')
    roundel.keys('Tab')
    roundel.press('To the Lobby', role='button')
    roundel.sees('Start Session', role='button')


def forty_room(roundel):
    forty(roundel)
    roundel.does('run.start')
    roundel.sees('Pause', role='button')
    for _ in range(2):
        roundel.does('run.next')
        time.sleep(.5)
    roundel.does('run.room-view')
    roundel.sees_no('Main menu')
    time.sleep(3)


def closing(roundel):
    start_session(roundel)
    roundel.does('run.finish')
    roundel.sees('The session is over')


def closing_part(name):
    def show(roundel):
        closing(roundel)
        roundel.press(name)
        time.sleep(1)
    return show


def room(roundel):
    round_(roundel)
    roundel.does('run.room-view')
    roundel.sees_no('Main menu')
    time.sleep(1)


def round_late(roundel):
    round_(roundel)
    roundel.sees(re.compile('min late'))


def projector(roundel):
    round_(roundel)
    roundel.press('Room view for the projector', role='button')
    wait(lambda: len(roundel.windows()) == 2, 'the window of the projector is there')
    roundel.keys('F11')
    time.sleep(2)


def journal(roundel):
    roundel.keys('ctrl+3')
    roundel.sees('Only you can read this')


def journal_search(roundel):
    journal(roundel)
    roundel.does('journal.search')
    roundel.types('silence')
    roundel.sees_no('Why do I wait?')


def journal_cover(roundel):
    journal(roundel)
    roundel.does('journal.cover')
    time.sleep(1)


def journal_calendar(roundel):
    journal(roundel)
    roundel.does('journal.show-list')    # where a narrow window shows the page alone
    roundel.press('Days, kinds and programs')


def journal_bin(roundel):
    journal(roundel)
    roundel.does('journal.delete-entry')
    roundel.does('journal.show-list')
    roundel.does('entries.open-bin')
    roundel.keys('ctrl+f')
    roundel.keys('Tab', 'Tab', 'Tab', 'Down')


def journal_versions(roundel):
    journal(roundel)
    roundel.does('journal.versions')
    roundel.sees('Earlier Versions')


def journal_out(roundel):
    journal(roundel)
    roundel.does('journal.out')
    roundel.sees('Take your pages out')


def journal_lock(roundel):
    journal(roundel)
    roundel.does('journal.lock')
    roundel.sees('Lock the journal')


def journal_key(roundel):
    journal_lock(roundel)
    for _ in range(2):
        roundel.types('a long passphrase')
        roundel.keys('Return')
    roundel.sees('The journal is locked')


def journal_locked(roundel):
    journal_key(roundel)
    roundel.does('sheet.close')
    roundel.does('journal.cover')
    roundel.does('journal.uncover')
    roundel.sees('Your journal is locked')


def journal_practice(roundel):
    journal(roundel)
    roundel.keys('ctrl+t')
    roundel.sees('How did it go? Having tried counts.')
    roundel.keys('1')
    roundel.sees('Noted. Say more, if you like.')


def journal_promise(roundel):
    journal(roundel)
    roundel.keys('ctrl+shift+p')
    roundel.sees('A promise to yourself')


def journal_partner(roundel):
    journal(roundel)
    roundel.does('journal.partner')
    roundel.sees('You and your partner')


def journal_lessons(roundel):
    journal(roundel)
    roundel.does('journal.lessons')
    roundel.sees('Lessons of your circle')


def release(roundel):
    journal(roundel)
    roundel.does('journal.release')
    roundel.sees('What will the others read?')


def share(roundel):
    dossier(roundel)
    roundel.keys('ctrl+shift+s')
    roundel.sees('Who is it for?')


def synced(roundel):
    """At the end of the page, after a pass over a folder that is empty now."""
    home = roundel.home
    folder = home.folder / 'Synced'
    folder.mkdir()
    home.cli('sync', 'Conscious skills', folder, '--for', 'members')
    share(roundel)
    roundel.tab_to('Exchange Now')
    roundel.keys('space')
    roundel.sees(re.compile('came in'))


def open_file(roundel, which):
    path = roundel.home.folder / which
    roundel.sees('Conscious skills')
    roundel.home.start_again(path)
    roundel.sees(re.compile('Nothing is deleted'))


def shared_file(roundel):
    open_file(roundel, 'conscious-skills-grace.roundel')
    roundel.sees(re.compile('to decide'))


def shared_files(roundel):
    """Of two programs, with one that is no share file."""
    home = roundel.home
    hiro = Home(home.folder / 'hiro')
    made = hiro.cli('--clock', '1@2027-01-18T10:00:00Z', 'design', '--outcome', 'deep-networking', '--title', 'New in the house',
                    '--topic', 'Knowing whom to ask', '--start', '2027-02-04T13:00', '--people', 8)
    hiro.cli('--clock', '1@2027-01-18T10:00:00Z', 'export', made['program'], '--for', 'members', '--to', home.folder / 'new-in-the-house.roundel')
    (home.folder / 'minutes.roundel').write_text('These are the minutes.')
    roundel.sees('Conscious skills')
    home.start_again(*(home.folder / name for name in ('conscious-skills-grace.roundel', 'new-in-the-house.roundel', 'minutes.roundel')))
    roundel.sees(re.compile('Nothing is deleted'))


def shared_change(roundel):
    shared_file(roundel)
    roundel.press(re.compile('Hiro Tanaka'), role='list item')
    roundel.sees('Afterwards')


def shared_choice(roundel):
    shared_file(roundel)
    roundel.press(re.compile('Charter'), role='list item')
    roundel.click(roundel.sees(re.compile('Text of Grace Mbeki'), role='checkbox'))


def two_texts(roundel):
    programs(roundel)
    roundel.does('win.conflicts')
    roundel.sees('Two Texts')


def came_in(roundel):
    shared_choice(roundel)
    roundel.does('shared.bring-in')
    roundel.sees(re.compile('Came in'))


def log(roundel):
    came_in(roundel)
    roundel.does('win.incoming-log')
    roundel.sees('What came in from others')


def restore(roundel):
    log(roundel)
    roundel.press(re.compile('^Restore'), role='button')
    roundel.sees(re.compile('^Go back to'))


def history(roundel):
    came_in(roundel)
    roundel.tab_to(re.compile('^More about “Ask what'))    # out of view
    roundel.keys('space')
    roundel.press('History')
    roundel.sees(re.compile('brought back'))


def leave(roundel):
    dossier(roundel)
    roundel.does('win.leave')
    roundel.sees(re.compile('^Leave “'))


def journal_growth(roundel):
    journal(roundel)
    roundel.does('journal.growth')
    roundel.sees('Practice and confidence')


def move_house(roundel):
    programs(roundel)
    roundel.does('win.move-house')
    time.sleep(1)


def backups(roundel):
    """A row for each of a few days, one of them before much came in."""
    programs(roundel)
    data = roundel.home.folder / 'data' / 'roundel'
    folder = data / 'notebook.db.backups'
    folder.mkdir(exist_ok=True)
    roundel.home.cli('backup', '--to', folder / '20270110T071200Z.db')
    for stamp in ('20261218T190300Z', '20270103T180000Z', '20270109T064100Z', '20270111T083000Z-merge'):
        shutil.copy(folder / '20270110T071200Z.db', folder / f'{stamp}.db')
        if not stamp.endswith('merge'):
            shutil.copy(folder / '20270110T071200Z.private.db', folder / f'{stamp}.private.db')
    roundel.does('win.backups')
    roundel.sees('Go back to an earlier day')


def backups_ask(roundel):
    backups(roundel)
    roundel.press(re.compile('^Restore the backup of Saturday'))
    roundel.sees(re.compile('^Go back to Saturday'))


def backups_restored(roundel):
    backups_ask(roundel)
    roundel.press('Programs and Journal')
    roundel.sees('The backup is restored')


FEW = {name: VARIANTS[name] for name in ('wide', 'narrow', 'dark', 'narrow-dark')}

# name: (how to get there, what is in the home: `new`, `sample`, `grown`, `exchange` or `merged`, clock, variants)
SCREENS = {
    'welcome': (welcome, 'new', None, VARIANTS),
    'menu': (menu, 'new', None, VARIANTS),
    'shortcuts': (shortcuts, 'new', None, VARIANTS),
    'programs': (programs, 'sample', NOW, VARIANTS),
    'programs-search': (programs_search, 'sample', NOW, {'wide': VARIANTS['wide'], 'narrow': VARIANTS['narrow']}),
    'dossier': (dossier, 'sample', NOW, VARIANTS),
    'plan': (plan, 'sample', NOW, VARIANTS),
    'results': (results, 'sample', NOW, VARIANTS),
    'members': (members, 'sample', NOW, VARIANTS),
    'members-import': (members_import, 'sample', NOW, FEW),
    'papers': (papers, 'sample', NOW, FEW),
    'stress': (stress, 'sample', NOW, {name: VARIANTS[name] for name in ('wide', 'narrow', 'dark', 'text200')}),
    'paper': (paper, 'sample', NOW, FEW),
    'members-forty': (members_forty, 'sample', NOW, FEW),
    'topic': (topic, 'sample', NOW, VARIANTS),
    'changes': (changes, 'exchange', LATER, VARIANTS),
    'readiness': (readiness, 'sample', NOW, VARIANTS),
    'formats': (formats, 'sample', NOW, VARIANTS),
    'format': (format_, 'sample', NOW, VARIANTS),
    'wizard-outcome': (wizard, 'new', NOW, VARIANTS),
    'wizard-second': (wizard_second, 'new', NOW, VARIANTS),
    'wizard-dates': (wizard_dates, 'new', NOW, VARIANTS),
    'wizard-people': (wizard_people, 'new', NOW, VARIANTS),
    'wizard-import': (wizard_import, 'new', NOW, FEW),
    'wizard-topic': (wizard_topic, 'new', NOW, VARIANTS),
    'wizard-goals': (wizard_goals, 'new', NOW, VARIANTS),
    'wizard-plan': (wizard_plan, 'new', NOW, VARIANTS),
    'wizard-review': (wizard_review, 'new', NOW, VARIANTS),
    'run': (run, 'sample', NOW, VARIANTS),
    'run-new': (run_new, 'new', NOW, FEW),
    'quick': (quick, 'sample', NOW, VARIANTS),
    'lobby': (lobby, 'sample', SESSION, VARIANTS),
    'leader': (leader, 'sample', SESSION, FEW),
    'groups': (groups, 'sample', SESSION, FEW),
    'round': (round_, 'sample', SESSION, VARIANTS),
    'round-late': (round_late, 'sample', SESSION.replace('1@', '60@'), VARIANTS),
    'opening': (opening, 'sample', SESSION, FEW),
    'rescue': (rescue, 'sample', SESSION, FEW),
    'fit': (fit, 'sample', SESSION.replace('1@', '60@'), FEW),
    'partners': (partners, 'sample', NOW, FEW),
    'forty': (forty, 'sample', NOW, FEW),
    'forty-room': (forty_room, 'sample', NOW, {'wide': VARIANTS['wide'], 'dark': VARIANTS['dark']}),
    'room': (room, 'sample', SESSION, {'wide': VARIANTS['wide']}),
    'closing': (closing, 'sample', SESSION, VARIANTS),
    'harvest': (closing_part('Harvest'), 'sample', SESSION, FEW),
    'promises': (closing_part('Promises'), 'sample', SESSION, FEW),
    'slips': (closing_part('Slips'), 'sample', SESSION, FEW),
    'projector': (projector, 'sample', SESSION, PROJECTOR),
    'journal': (journal, 'sample', NOW, VARIANTS),
    'journal-new': (journal, 'new', NOW, FEW),
    'journal-search': (journal_search, 'sample', NOW, FEW),
    'journal-cover': (journal_cover, 'sample', NOW, FEW),
    'journal-practice': (journal_practice, 'sample', NOW, {'wide': VARIANTS['wide'], 'dark': VARIANTS['dark']}),
    'journal-promise': (journal_promise, 'sample', NOW, {'wide': VARIANTS['wide'], 'narrow': VARIANTS['narrow']}),
    'release': (release, 'sample', NOW, VARIANTS),
    'share': (share, 'exchange', LATER, VARIANTS),
    'synced': (synced, 'exchange', LATER, {name: VARIANTS[name] for name in ('wide', 'narrow', 'dark')}),
    'shared-file': (shared_file, 'exchange', LATER, VARIANTS),
    'shared-files': (shared_files, 'exchange', LATER, VARIANTS),
    'shared-change': (shared_change, 'exchange', LATER, VARIANTS),
    'shared-choice': (shared_choice, 'exchange', LATER, VARIANTS),
    'two-texts': (two_texts, 'merged', LATER, VARIANTS),
    'log': (log, 'exchange', LATER, VARIANTS),
    'restore': (restore, 'exchange', LATER, VARIANTS),
    'history': (history, 'exchange', LATER, VARIANTS),
    'leave': (leave, 'exchange', LATER, VARIANTS),
    'journal-growth': (journal_growth, 'grown', GROWN, VARIANTS),
    'backups': (backups, 'sample', NOW, FEW),
    'backups-ask': (backups_ask, 'sample', NOW, FEW),
    'backups-restored': (backups_restored, 'sample', NOW, FEW),
    'move-house': (move_house, 'sample', NOW, FEW),
    'journal-partner': (journal_partner, 'sample', NOW, {name: VARIANTS[name] for name in ('wide', 'narrow', 'dark')}),
    'journal-lessons': (journal_lessons, 'exchange', LATER, {name: VARIANTS[name] for name in ('wide', 'narrow', 'dark')}),
    'journal-calendar': (journal_calendar, 'sample', NOW, {name: VARIANTS[name] for name in ('wide', 'narrow-dark')}),
    'journal-bin': (journal_bin, 'sample', NOW, {name: VARIANTS[name] for name in ('wide', 'narrow-dark')}),
    'journal-out': (journal_out, 'sample', NOW, VARIANTS),
    'journal-lock': (journal_lock, 'sample', NOW, VARIANTS),
    'journal-key': (journal_key, 'sample', NOW, VARIANTS),
    'journal-locked': (journal_locked, 'sample', NOW, VARIANTS),
    'journal-versions': (journal_versions, 'sample', NOW, {'wide': VARIANTS['wide'], 'narrow': VARIANTS['narrow']}),
}


def take(folder, variant, screens):
    """Inside of the display: each screen with a start of its own, in a home that is as new."""
    subprocess.run(['xdotool', 'mousemove', '0', '0'], check=True)
    bad, samples = 0, {'sample': {}, 'grown': {'practice': PRACTICE}}
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        for name in screens:
            show, whose, clock, _ = SCREENS[name]
            if whose in samples:
                if not (scratch / whose).exists():
                    write_sample(Home(scratch / whose), **samples[whose])
                shutil.copytree(scratch / whose, scratch / name)
            home = Home(scratch / name)
            if whose in ('exchange', 'merged'):
                _, second = write_exchange(home, write_sample(home))
                if whose == 'merged':
                    home.cli('--clock', clock, 'merge', second)
            try:
                roundel = home.start(clock=clock)
                roundel.home = home
                roundel.center()
                if 'narrow' in variant:    # it opens wider than that, and folds
                    time.sleep(1)
                    roundel.center()
                show(roundel)
                subprocess.run(['xdotool', 'mousemove', '0', '0'], check=True)    # no tooltip of what was pressed
            except AssertionError as error:
                print(f'{name} {variant}: {error}', file=sys.stderr)
                bad += 1
            if home.program is not None and home.program.process.poll() is None:
                home.program.picture(folder / f'{name}-{variant}.png')
                home.program.kill()
    return bad


def index(folder):
    pictures = {name: [v for v in variants if (folder / f'{name}-{v}.png').exists()]
                for name, (_, _, _, variants) in SCREENS.items()}
    lines = ['<!doctype html><meta charset="utf-8"><title>Roundel, screen by screen</title>',
             '<style>body{font-family:Cantarell,sans-serif} figure{display:inline-block;margin:6px} img{max-height:420px}</style>']
    for name, variants in pictures.items():
        lines += [f'<h2>{name}</h2>'] if variants else []
        lines += [f'<figure><a href="{name}-{v}.png"><img src="{name}-{v}.png" alt="{name}, {v}"></a><figcaption>{v}</figcaption></figure>'
                  for v in variants]
    (folder / 'index.html').write_text('\n'.join(lines) + '\n', encoding='utf-8')


def wished(every, words):
    """What of EVERY (screen, variant) the words name, all of it without one; and the words that name none."""
    named = {word: {(s, v) for s, v in every if word in (s, v, f'{s}-{v}')} for word in words}
    return set().union(*named.values()) if words else every, [word for word, pairs in named.items() if not pairs]


def main(arguments):
    if arguments[:1] == ['--in-display']:
        return take(pathlib.Path(arguments[1]), arguments[2], arguments[3:])
    every = {(name, variant) for name, (_, _, _, variants) in SCREENS.items() for variant in variants}
    wanted, unknown = wished(every, arguments[1:])
    if not arguments or arguments[0].startswith('-') or unknown:
        print(__doc__ + '\nScreens: ' + ' '.join(SCREENS) + '\nVariants: ' + ' '.join({**VARIANTS, **PROJECTOR}), file=sys.stderr)
        return 2
    folder = pathlib.Path(arguments[0]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    running, bad = [], 0
    for variant, (size, words) in {**VARIANTS, **PROJECTOR}.items():
        screens = [name for name in SCREENS if (name, variant) in wanted]
        if not screens:
            continue
        if len(running) >= 2:
            bad += running.pop(0).wait()
        environment = {**os.environ, 'DISPLAY_SIZE': size, 'DISPLAY_VARIANT': words, 'DISPLAY_SECONDS': '1200',
                       'DISPLAY_GROUND': '#55535c' if 'dark' in words else '#cfcdd3'}
        running.append(subprocess.Popen([ROOT / 'tests' / 'with-display', sys.executable, __file__, '--in-display', folder, variant,
                                         *screens], env=environment))
    bad += sum(process.wait() for process in running)
    index(folder)
    print(f'file://{folder}/index.html')
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
