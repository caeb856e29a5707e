-- SPDX-License-Identifier: GPL-3.0-or-later
-- Nothing private can be written into a notebook.
CREATE TRIGGER revision_ring BEFORE INSERT ON revision WHEN new.ring NOT IN ('members', 'organisers')
BEGIN
  SELECT raise (ABORT, 'ring');
END;
