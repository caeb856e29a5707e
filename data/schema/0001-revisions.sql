-- SPDX-License-Identifier: GPL-3.0-or-later
-- Notebook and journal alike: an append-only set of immutable revisions. Everything else here is derived from it, but the state.
-- Which rings a file may hold is said by its own next step.
CREATE TABLE revision (
  seq INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 32),
  program BLOB NOT NULL,
  circle BLOB NOT NULL,
  ring TEXT NOT NULL,
  entity BLOB NOT NULL,
  kind TEXT NOT NULL,
  register TEXT NOT NULL,
  hlc INTEGER NOT NULL,
  device BLOB NOT NULL,
  parents BLOB NOT NULL,
  deleted INTEGER NOT NULL,
  salt BLOB,
  digest BLOB,
  body TEXT,
  CHECK ((body IS NULL) = (salt IS NULL) AND (body IS NULL) = (digest IS NOT NULL))
) STRICT;
-- A large merge drops this one and makes it anew: ids come in no order.
CREATE UNIQUE INDEX revision_id ON revision (id);
CREATE INDEX revision_entity ON revision (entity);

-- What each register of each record says now: the winner, how many heads, and how many different texts among them.
CREATE TABLE current (
  program BLOB NOT NULL,
  kind TEXT NOT NULL,
  entity BLOB NOT NULL,
  register TEXT NOT NULL,
  ring TEXT NOT NULL,
  seq INTEGER NOT NULL,
  heads INTEGER NOT NULL,
  versions INTEGER NOT NULL,
  live INTEGER NOT NULL,
  PRIMARY KEY (program, kind, entity, register, ring)
) STRICT, WITHOUT ROWID;
CREATE INDEX current_conflict ON current (program) WHERE versions > 1;

-- What may be here as a stub only, whatever arrives.
CREATE TABLE erased (
  id BLOB NOT NULL,
  program BLOB NOT NULL,
  circle BLOB NOT NULL,
  ring TEXT NOT NULL,
  PRIMARY KEY (id, program, circle, ring)
) STRICT, WITHOUT ROWID;

CREATE TABLE state (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  file BLOB NOT NULL,
  clock INTEGER NOT NULL
) STRICT;
