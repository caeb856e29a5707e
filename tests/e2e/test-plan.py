#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan of a session: from the dossier into the editor, by button and by key, and what is in the notebook afterwards."""
import json
import re

from journey import Journey, main, wait

NEWEST = ("SELECT body FROM revision JOIN current USING (seq) WHERE revision.kind = 'session' AND revision.register = 'plan' "
          "AND lower(hex(revision.entity)) = :session")


class Plan(Journey):
    def edit(self):
        made = self.home().cli('design', '--outcome', 'support', '--title', 'Support desk', '--topic', 'Hard calls',
                               '--start', '2027-03-04T09:00', '--zone', 'Europe/Oslo', '--people', '8')
        self.session = made['sessions'][0]
        self.first = self.plan()
        roundel = self.start(clock='1@2026-11-21T10:00:00Z')
        roundel.press('Session 1', role='label')
        roundel.press('Edit the plan of Session 1')
        roundel.sees('How will this session be spent?')
        roundel.sees('60 of 60 min')
        return roundel

    def plan(self):
        """The plan of the session in the notebook."""
        (body,), = self.home().rows('notebook.db', NEWEST, session=self.session.replace('-', ''))
        return json.loads(body)

    def formats(self):
        return [part['format'] for part in self.plan()['parts']]

    def seconds(self, form):
        return next(part['seconds'] for part in self.plan()['parts'] if part['format'] == form)

    def is_so(self, condition, what):
        wait(condition, what, 5)

    def test_a_plan_is_edited_undone_and_redone(self):
        roundel = self.edit()
        formats = self.formats()
        roundel.does('block.longer')
        roundel.sees('60 of 60 min')
        roundel.does('block.later')
        self.is_so(lambda: self.formats() == [formats[1], formats[0], *formats[2:]], 'the round moved')
        roundel.does('plan.undo')
        roundel.does('plan.undo')
        self.is_so(lambda: self.plan() == self.first, 'all is as it was')
        roundel.does('plan.redo')
        roundel.does('plan.redo')
        self.is_so(lambda: self.formats()[1] == formats[0], 'both are there again')

        row = roundel.sees(re.compile('Harvest, 3 min$'), role='list item')
        below = roundel.sees(re.compile('Closing, 1 min$'), role='list item')
        roundel.drag(row, (.5, .5), below.box[1] - row.box[1])
        self.is_so(lambda: self.formats()[-1] == 'harvest', 'the round was dragged to the end')
        roundel.does('plan.undo')
        self.is_so(lambda: self.formats()[-1] == 'closing', 'it is back')
        roundel.click(roundel.sees(re.compile('Harvest, 3 min$'), role='list item'))
        roundel.sees('Harvest', role='label')
        roundel.drag(roundel.sees(re.compile('Harvest, 3 min$'), role='list item'), (.537, .88), 40)
        self.is_so(lambda: self.seconds('harvest') > 5 * 60, 'the round was pulled longer')
        roundel.does('plan.undo')
        self.is_so(lambda: self.seconds('harvest') == 3 * 60, 'it is as long as before')

        roundel.set('Question for the discussion', 'What gave you energy?')
        roundel.set('Knowledge input', 'A film on listening')
        roundel.press('Add Practice')
        roundel.press('Done')
        roundel.sees('Support desk')
        roundel.quit()
        plan = self.plan()
        self.assertEqual(plan['question'], 'What gave you energy?')
        self.assertEqual(plan['knowledge'], 'A film on listening')
        self.assertEqual(len(plan['between']), len(self.first.get('between', [])) + 1)
        self.assertEqual(self.home().cli('agenda', self.session)['seconds'], 3600)

    def test_what_is_over_is_said(self):
        roundel = self.edit()
        roundel.does('plan.add')
        roundel.tab_to('Search formats')
        roundel.types('Apprec')
        roundel.sees_no('After Action Review')
        roundel.keys('Return')
        roundel.sees(re.compile('minutes over'))
        roundel.does('block.remove')
        roundel.sees('fits exactly')
        roundel.quit()
        self.is_so(lambda: self.plan()['parts'] == self.first['parts'], 'nothing came of it')

    def test_by_keyboard_alone_a_round_moves_grows_and_goes(self):
        roundel = self.edit()
        formats = self.formats()
        roundel.tab_to(re.compile('^09:00 '))
        roundel.keys('ctrl+Down')
        self.is_so(lambda: self.plan()['parts'][0] != self.first['parts'][0], 'it is a minute longer')
        roundel.keys('alt+Down')
        wait(lambda: roundel.focus() is not None and not roundel.focus().name.startswith('09:00 '), 'the focus goes with the round')
        roundel.keys('Delete')
        self.is_so(lambda: self.formats() == formats[1:], 'it is gone')
        roundel.keys('ctrl+z')
        self.is_so(lambda: self.formats()[1] == formats[0], 'it is there again')
        roundel.keys('ctrl+d')
        self.is_so(lambda: self.formats()[1:3] == [formats[0]] * 2, 'it is there twice')
        roundel.keys('ctrl+z')
        self.is_so(lambda: self.formats()[2] != formats[0], 'it is there once')
        roundel.keys('s')
        self.is_so(lambda: self.formats()[1:3] == [formats[0]] * 2, 'it is split')
        roundel.keys('ctrl+z', 'Escape')
        roundel.sees('Support desk')
        roundel.quit()


if __name__ == '__main__':
    main()
