#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Small made-up houses: layers.py has to see what is wrong with each, and nothing wrong with a sound one."""
import pathlib
import tempfile
import unittest

import layers

HEAD = f'/* {layers.SPDX} */\n'


class Layers(unittest.TestCase):
    def house(self, files):
        """The problems of a house of these files: {path below src/: text without its head}."""
        with tempfile.TemporaryDirectory() as root:
            for path, text in files.items():
                file = pathlib.Path(root, 'src', path)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text((HEAD if file.suffix in ('.c', '.h') else '') + text, encoding='utf-8')
            return layers.check(root)

    def sound(self, files):
        self.assertEqual(self.house(files), [])

    def broken(self, files, *words):
        problems = self.house(files)
        self.assertEqual(len(problems), 1, problems)
        for word in words:
            self.assertIn(word, problems[0])

    def test_a_sound_house_has_no_problems(self):
        self.sound({
            'core/ring.c': '#include "config.h"\n#include "core/ring.h"\n#include <math.h>\n#include <glib/gi18n-lib.h>\n',
            'content/json.c': '#include <json-glib/json-glib.h>\n#include "core/ring.h"\n',
            'store/db.c': '#include <sqlite3.h>\n#include "content/json.h"\n',
            'paper/plan.c': '#include <cairo-pdf.h>\n#include <libical/ical.h>\n#include "store/db.h"\n',
            'cli/main.c': '#include "paper/plan.h"\n#include <termios.h>\n',
            'app/window.c': '#include <adwaita.h>\n#include "app/run/lobby.h"\n#include "app/widgets/ring.h"\n',
            'app/run/lobby.c': '#include "app/run/round.h"\n#include "app/window.h"\n#include "app/widgets/ring.h"\n',
            'main.c': '#include "app/window.h"\n',
            'core/meson.build': "core_lib = static_library('c', dependencies: [glib_dep, math_dep])\n",
            'store/meson.build': 'dependencies: [content_dep, sqlite_dep, sodium_dep] # not gtk_dep\n',
        })

    def test_back_is_refused(self):
        self.broken({'core/ring.c': '\n#include "store/db.h"\n'}, 'src/core/ring.c:3:', 'core may not use store')
        self.broken({'content/json.c': '#include "store/db.h"\n'}, 'content may not use store')
        self.broken({'store/db.c': '#include "paper/plan.h"\n'}, 'store may not use paper')
        self.broken({'paper/plan.c': '#include "app/window.h"\n'}, 'paper may not use app')

    def test_sideways_is_refused(self):
        self.broken({'cli/main.c': '#include "app/window.h"\n'}, 'cli may not use app')
        self.broken({'app/window.c': '#include "cli/main.h"\n'}, 'app may not use cli')
        self.broken({'app/run/lobby.c': '#include "app/journal/page.h"\n'}, 'a screen may not use another')
        self.broken({'app/widgets/ring.c': '#include "app/run/lobby.h"\n'}, 'a widget may not use a screen')

    def test_a_path_begins_at_src(self):
        self.broken({'core/ring.c': '#include "ring.h"\n'}, 'write the path from src/')
        self.broken({'app/run/lobby.c': '#include "../journal/page.h"\n'}, 'write the path from src/')

    def test_a_library_stays_in_its_layer(self):
        self.broken({'paper/plan.c': '#include <gtk/gtk.h>\n'}, '<gtk/gtk.h> is not for paper')
        self.broken({'cli/main.c': '#include <adwaita.h>\n'}, '<adwaita.h> is not for cli')
        self.broken({'app/window.c': '#include <sqlite3.h>\n'}, '<sqlite3.h> is not for app')
        self.broken({'core/ring.c': '#  include <gio/gio.h>\n'}, '<gio/gio.h> is not for core')
        self.broken({'core/ring.c': '#include <curl/curl.h>\n'}, 'does not know')

    def test_a_link_line_stays_in_its_layer(self):
        self.broken({'core/meson.build': '\ndependencies: [glib_dep, gio_dep]\n'}, 'src/core/meson.build:2:', 'gio_dep')
        self.broken({'store/meson.build': 'dependencies: gtk_dep\n'}, 'gtk_dep is not for store')
        self.broken({'paper/meson.build': 'dependencies: [app_dep]\n'}, 'paper may not link app_dep')
        self.broken({'core/meson.build': 'dependencies: curl_dep\n'}, 'does not know')

    def test_only_the_world_reads_a_clock(self):
        for call in ('g_get_real_time ()', 'g_get_monotonic_time()', 'time (NULL)', 'clock_gettime (0, &t)',
                     'g_date_time_new_now_local ()', 'g_random_int_range (0, 2)'):
            self.broken({'core/ring.c': f'void f (void) {{ {call}; }}\n'}, 'asks the world')
            self.sound({'core/env.c': f'void f (void) {{ {call}; }}\n'})
        self.sound({'core/ring.c': '/* time (s) */ // rand ()\nchar *s = "time (s) \\" rand ()"; x = a->time (1) + my_time (2);\n'})

    def test_sharing_never_reaches_the_journal(self):
        self.broken({'store/share.c': '#include "store/journal/entry.h"\n'}, 'sharing reaches the journal')
        self.broken({'store/merge/plan.c': '#include "store/all.h"\n', 'store/all.h': '#include "store/journal/entry.h"\n'},
                    'store/merge/plan.c → store/all.h → store/journal/entry.h')
        self.sound({'store/backup.c': '#include "store/journal/entry.h"\n'})

    def test_the_library_that_shares_never_links_the_journal(self):
        self.broken({'store/meson.build': 'dependencies: [core_dep, store_journal_dep]\n'}, 'may not link store_journal_dep')
        self.sound({'store/journal/meson.build': 'store_journal_dep = declare_dependency(dependencies: store_dep)\n',
                    'cli/meson.build': 'dependencies: [store_journal_dep]\n'})

    def test_a_long_file_is_explained(self):
        self.broken({'core/ring.c': '\n' * layers.MAX_LINES}, '801 lines')
        self.sound({'core/ring.c': '\n' * (layers.MAX_LINES - 1)})

    def test_every_file_says_its_licence(self):
        with tempfile.TemporaryDirectory() as root:
            file = pathlib.Path(root, 'tests/test-ring.c')
            file.parent.mkdir()
            file.write_text('\n' + HEAD)
            self.assertEqual(len(layers.check(root)), 1)


if __name__ == '__main__':
    unittest.main()
