"""Make the first tables: what is recorded, what is derived, full text, boxes, and the guards.

Written out as SQL on purpose: a released step must not change when the tables in the code do.
"""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

RECORDED = """
CREATE TABLE report (seq INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE, given_id TEXT, title TEXT NOT NULL,
  text TEXT NOT NULL, published TEXT, published_basis TEXT NOT NULL, outlet TEXT NOT NULL, url TEXT,
  language TEXT NOT NULL, recorded TEXT NOT NULL);
CREATE TABLE sighting (id TEXT NOT NULL PRIMARY KEY, report TEXT NOT NULL REFERENCES report (id), given_id TEXT,
  outlet TEXT NOT NULL, url TEXT, published TEXT, recorded TEXT NOT NULL);
CREATE INDEX sighting_given ON sighting (given_id);
CREATE TABLE reading (seq INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  report TEXT NOT NULL REFERENCES report (id), maker TEXT NOT NULL, relevant BOOLEAN NOT NULL,
  relevance FLOAT NOT NULL, warnings TEXT NOT NULL, recorded TEXT NOT NULL);
CREATE INDEX reading_report ON reading (report, seq);
CREATE TABLE mention (seq INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL,
  reading TEXT NOT NULL REFERENCES reading (id), report TEXT NOT NULL REFERENCES report (id),
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, sentence INTEGER NOT NULL,
  ordinal INTEGER NOT NULL, role TEXT NOT NULL, status TEXT NOT NULL, recorded TEXT NOT NULL, UNIQUE (id, reading));
CREATE INDEX mention_report ON mention (report);
CREATE TABLE statement (id TEXT NOT NULL PRIMARY KEY, report TEXT NOT NULL REFERENCES report (id),
  mention TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, start INTEGER, "end" INTEGER, text TEXT,
  speaker TEXT, polarity BOOLEAN NOT NULL);
CREATE INDEX statement_mention ON statement (mention);
CREATE INDEX statement_report ON statement (report);
CREATE TABLE made (seq INTEGER NOT NULL PRIMARY KEY, statement TEXT NOT NULL REFERENCES statement (id),
  reading TEXT NOT NULL, maker TEXT NOT NULL, confidence FLOAT NOT NULL, because TEXT NOT NULL,
  recorded TEXT NOT NULL, UNIQUE (statement, reading, maker));
CREATE TABLE judgement (seq INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE, verdict TEXT NOT NULL,
  subject TEXT NOT NULL, object TEXT, score FLOAT NOT NULL, reasons TEXT NOT NULL, maker TEXT NOT NULL,
  "when" TEXT NOT NULL, revokes TEXT);
CREATE INDEX judgement_subject ON judgement (subject);
CREATE INDEX judgement_object ON judgement (object);
CREATE INDEX judgement_revokes ON judgement (revokes);
CREATE TABLE sketch (report TEXT NOT NULL PRIMARY KEY REFERENCES report (id), shingles BLOB NOT NULL,
  words INTEGER NOT NULL);
CREATE INDEX sketch_words ON sketch (words);
CREATE TABLE shingle (hash INTEGER NOT NULL, report TEXT NOT NULL REFERENCES report (id),
  PRIMARY KEY (hash, report)) WITHOUT ROWID;
CREATE TABLE copy (report TEXT NOT NULL REFERENCES report (id), "of" TEXT NOT NULL REFERENCES report (id),
  score FLOAT NOT NULL, measure TEXT NOT NULL, recorded TEXT NOT NULL, PRIMARY KEY (report, "of"));
CREATE INDEX copy_of ON copy ("of");
CREATE TABLE failure (seq INTEGER NOT NULL PRIMARY KEY, place TEXT NOT NULL, code TEXT NOT NULL,
  message TEXT NOT NULL, value TEXT, hint TEXT NOT NULL, recorded TEXT NOT NULL);
CREATE INDEX failure_place ON failure (place);
CREATE TABLE mended (seq INTEGER NOT NULL PRIMARY KEY, place TEXT NOT NULL, upto INTEGER NOT NULL,
  recorded TEXT NOT NULL);
CREATE INDEX mended_place ON mended (place)
"""
DERIVED = """
CREATE TABLE standing (n INTEGER NOT NULL PRIMARY KEY, mention TEXT NOT NULL UNIQUE, report TEXT NOT NULL,
  reading TEXT NOT NULL, role TEXT NOT NULL, status TEXT NOT NULL, alias TEXT NOT NULL, vague BOOLEAN NOT NULL,
  incident TEXT);
CREATE INDEX standing_report ON standing (report);
CREATE INDEX standing_alias ON standing (alias);
CREATE INDEX standing_incident ON standing (incident);
CREATE TABLE incident (n INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE, first INTEGER, last INTEGER,
  lat FLOAT, lon FLOAT, country TEXT, acled TEXT, event_type TEXT, event_status TEXT NOT NULL, review TEXT NOT NULL,
  killed INTEGER, disputed BOOLEAN NOT NULL, actors TEXT NOT NULL, claimed_by TEXT NOT NULL, summary TEXT NOT NULL,
  last_changed TEXT NOT NULL);
CREATE INDEX incident_last ON incident (last);
CREATE VIRTUAL TABLE mention_box USING rtree (n, south, north, west, east, first, last);
CREATE VIRTUAL TABLE incident_box USING rtree (n, south, north, west, east, first, last);
CREATE VIRTUAL TABLE report_words USING fts5 (title, text, content='report', content_rowid='seq',
  tokenize='unicode61 remove_diacritics 2')
"""
WORDS = """CREATE TRIGGER report_words_grow AFTER INSERT ON report BEGIN
  INSERT INTO report_words (rowid, title, text) VALUES (new.seq, new.title, new.text); END"""
GROWING = {
    "report": "id", "sighting": "id", "reading": "id", "mention": "id,reading", "statement": "id",
    "made": "statement,reading,maker", "judgement": "id", "sketch": "report", "shingle": "hash,report",
    "copy": 'report,"of"', "failure": "seq", "mended": "seq",
}  # fmt: skip
"""Table that only grows -> the columns that name a row."""


def upgrade() -> None:
    """Make everything."""
    for script in (RECORDED, DERIVED):
        for one in script.split(";\n"):
            op.execute(one.strip())
    op.execute(WORDS)
    for table, key in GROWING.items():
        guard(table, key)


def guard(table: str, key: str) -> None:
    """Refuse UPDATE and DELETE, and make INSERT OR REPLACE of a row that is there do nothing."""
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'append-only: {table}'); END"
        )
    same = " AND ".join(f"old.{column} = new.{column}" for column in key.split(","))
    there = f"EXISTS (SELECT 1 FROM {table} AS old WHERE {same})"  # noqa: S608 - names from the table above
    op.execute(
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {there} BEGIN SELECT RAISE(IGNORE); END"
    )
