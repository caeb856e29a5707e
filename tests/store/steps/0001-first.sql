-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE first (x);
