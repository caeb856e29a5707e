-- SPDX-License-Identifier: GPL-3.0-or-later
-- The same set as in a notebook, but that nobody else may see any of it.
CREATE TRIGGER revision_ring BEFORE INSERT ON revision WHEN new.ring <> 'private'
BEGIN
  SELECT raise (ABORT, 'ring');
END;

-- What each entry shows, derived. Its place is the second in which it was written, or the next that is free: the search
-- goes through the places backwards, so that what is newest comes first without sorting.
CREATE TABLE entry (
  place INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  seq INTEGER NOT NULL,
  written INTEGER NOT NULL,
  kind TEXT NOT NULL,
  program TEXT,
  live INTEGER NOT NULL
) STRICT;
CREATE INDEX entry_bin ON entry (place) WHERE live = 0;

-- Of the entries that are not deleted. Ranking is never asked for: no sizes of columns. The first
-- letter of a word is looked up as quickly as the rest.
CREATE TABLE entry_text (
  place INTEGER PRIMARY KEY,
  text TEXT NOT NULL,
  tags TEXT
) STRICT;

CREATE VIRTUAL TABLE search USING fts5 (
  text, tags,
  content = 'entry_text', content_rowid = 'place', columnsize = 0, prefix = '1 2 3', tokenize = 'roundel'
);

-- What follows is not kept in versions, and goes when it has served.

-- Entries being written.
CREATE TABLE draft (
  id BLOB PRIMARY KEY,
  base TEXT,
  body TEXT NOT NULL,
  changed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Sessions being run: the plan each began with, and every step since.
CREATE TABLE run (
  id BLOB PRIMARY KEY,
  program TEXT,
  session TEXT,
  plan TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE run_event (
  run BLOB NOT NULL,
  number INTEGER NOT NULL,
  line TEXT NOT NULL,
  PRIMARY KEY (run, number)
) STRICT, WITHOUT ROWID;

-- Evaluations until they are closed. No row is one person's, and no order tells who came after whom.
CREATE TABLE tally (
  session BLOB PRIMARY KEY,
  slips INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tally_answer (
  session BLOB NOT NULL,
  question TEXT NOT NULL,
  answer INTEGER NOT NULL,
  times INTEGER NOT NULL,
  PRIMARY KEY (session, question, answer)
) STRICT, WITHOUT ROWID;

CREATE TABLE tally_comment (
  session BLOB NOT NULL,
  question TEXT NOT NULL,
  text TEXT NOT NULL,
  times INTEGER NOT NULL,
  PRIMARY KEY (session, question, text)
) STRICT, WITHOUT ROWID;

-- Settings that tell something about their owner.
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
