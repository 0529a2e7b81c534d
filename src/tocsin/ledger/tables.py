"""The tables of a ledger, for queries. The migrations make them; a test holds the two together.

Recorded tables only grow. Derived tables (``standing``, ``incident`` and the boxes) are what the recorded ones imply:
they can be dropped and rebuilt at any time.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

meta = MetaData()


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


report = Table(
    "report",
    meta,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("given_id", Text),
    _text("title"),
    _text("text"),
    Column("published", Text),
    _text("published_basis"),
    _text("outlet"),
    Column("url", Text),
    _text("language"),
    _text("recorded"),
)
sighting = Table(
    "sighting",
    meta,
    Column("id", Text, primary_key=True),
    Column("report", Text, ForeignKey("report.id"), nullable=False),
    Column("given_id", Text),
    _text("outlet"),
    Column("url", Text),
    Column("published", Text),
    _text("recorded"),
    Index("sighting_given", "given_id"),
)
reading = Table(
    "reading",
    meta,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("report", Text, ForeignKey("report.id"), nullable=False),
    _text("maker"),
    Column("relevant", Boolean, nullable=False),
    Column("relevance", Float, nullable=False),
    _text("warnings"),
    _text("recorded"),
    Index("reading_report", "report", "seq"),
)
mention = Table(
    "mention",
    meta,
    Column("seq", Integer, primary_key=True),
    _text("id"),
    Column("reading", Text, ForeignKey("reading.id"), nullable=False),
    Column("report", Text, ForeignKey("report.id"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    _text("text"),
    Column("sentence", Integer, nullable=False),
    Column("ordinal", Integer, nullable=False),
    _text("role"),
    _text("status"),
    _text("recorded"),
    UniqueConstraint("id", "reading"),
    Index("mention_report", "report"),
)
statement = Table(
    "statement",
    meta,
    Column("id", Text, primary_key=True),
    Column("report", Text, ForeignKey("report.id"), nullable=False),
    _text("mention"),
    _text("field"),
    _text("value"),
    Column("start", Integer),
    Column("end", Integer),
    Column("text", Text),
    Column("speaker", Text),
    Column("polarity", Boolean, nullable=False),
    Index("statement_mention", "mention"),
    Index("statement_report", "report"),
)
made = Table(
    "made",
    meta,
    Column("seq", Integer, primary_key=True),
    Column("statement", Text, ForeignKey("statement.id"), nullable=False),
    _text("reading"),  # empty where a person made it
    _text("maker"),
    Column("confidence", Float, nullable=False),
    _text("because"),
    _text("recorded"),
    UniqueConstraint("statement", "reading", "maker"),
)
judgement = Table(
    "judgement",
    meta,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    _text("verdict"),
    _text("subject"),
    Column("object", Text),
    Column("score", Float, nullable=False),
    _text("reasons"),
    _text("maker"),
    _text("when"),
    Column("revokes", Text),
    Index("judgement_subject", "subject"),
    Index("judgement_object", "object"),
    Index("judgement_revokes", "revokes"),
)
sketch = Table(
    "sketch",
    meta,
    Column("report", Text, ForeignKey("report.id"), primary_key=True),
    Column("shingles", LargeBinary, nullable=False),
    Column("words", Integer, nullable=False),
    Index("sketch_words", "words"),
)
shingle = Table(
    "shingle",
    meta,
    Column("hash", Integer, nullable=False),
    Column("report", Text, ForeignKey("report.id"), nullable=False),
    PrimaryKeyConstraint("hash", "report"),
    sqlite_with_rowid=False,
)
copy = Table(
    "copy",
    meta,
    Column("report", Text, ForeignKey("report.id"), nullable=False),
    Column("of", Text, ForeignKey("report.id"), nullable=False),
    Column("score", Float, nullable=False),
    _text("measure"),
    _text("recorded"),
    PrimaryKeyConstraint("report", "of"),
    Index("copy_of", "of"),
)
failure = Table(
    "failure",
    meta,
    Column("seq", Integer, primary_key=True),
    _text("place"),
    _text("code"),
    _text("message"),
    Column("value", Text),
    _text("hint"),
    _text("recorded"),
    Index("failure_place", "place"),
)
mended = Table(
    "mended",
    meta,
    Column("seq", Integer, primary_key=True),
    _text("place"),
    Column("upto", Integer, nullable=False),
    _text("recorded"),
    Index("mended_place", "place"),
)
standing = Table(
    "standing",
    meta,
    Column("n", Integer, primary_key=True),
    Column("mention", Text, nullable=False, unique=True),
    Column("report", Text, nullable=False),
    _text("reading"),
    _text("role"),
    _text("status"),
    _text("alias"),
    Column("vague", Boolean, nullable=False),
    Column("incident", Text),
    Index("standing_report", "report"),
    Index("standing_alias", "alias"),
    Index("standing_incident", "incident"),
)
incident = Table(
    "incident",
    meta,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("first", Integer),
    Column("last", Integer),
    Column("lat", Float),
    Column("lon", Float),
    Column("country", Text),
    Column("acled", Text),
    Column("event_type", Text),
    _text("event_status"),
    _text("review"),
    Column("killed", Integer),
    Column("disputed", Boolean, nullable=False),
    _text("actors"),
    _text("claimed_by"),
    _text("summary"),
    _text("last_changed"),
    Index("incident_last", "last"),
)

RECORDED = (
    "report",
    "sighting",
    "reading",
    "mention",
    "statement",
    "made",
    "judgement",
    "sketch",
    "shingle",
    "copy",
    "failure",
    "mended",
)
"""Tables that only grow: triggers refuse to change or delete a row."""
