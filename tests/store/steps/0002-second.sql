-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE second (x); INSERT INTO second SELECT x FROM first;
