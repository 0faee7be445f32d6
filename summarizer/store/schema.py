"""The tables. What is wide (texts, JSON) stands last in its row, and what is counted stands in an index.

One article is one text, wherever it was read. A recipe is whatever has one fingerprint. A summary belongs to
one of each; of the summaries of one article and recipe the newest is `current`, and only current ones have
rows in `items`, `item_parties` and `names`. All that knows words of an article hangs on its row in `articles`
and goes with it.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006")
"""Every version the tables have had, oldest first: the names of the migrations."""
VERSION_TABLE = "store_version"

Key = BigInteger().with_variant(Integer, "sqlite")  # only INTEGER counts up by itself in SQLite


class Moment(TypeDecorator[datetime]):
    """A point in time: always aware, always UTC, on databases without time zones too."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - theirs
        """UTC, as SQLite compares times as text."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - theirs
        """Aware, though SQLite forgets the zone."""
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _owned_by(table: str, *, name: str | None = None, nullable: bool = False) -> Column[int]:
    """A column that names a row of `table` and dies with it."""
    owner = ForeignKey(f"{table}.key", ondelete="CASCADE")
    return Column(name or table.removesuffix("s"), Key, owner, nullable=nullable)


articles = Table(
    "articles",
    metadata,
    Column("key", Key, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("dated", Date, nullable=False, index=True),  # published, else the day it was first stored
    Column("first_seen", Moment, nullable=False),
    Column("published", Date),  # this and what follows, as last read; `sources` has each place's own
    Column("title", Text),
    Column("author", Text),
    Column("site", Text),
    Column("url", Text),
    Column("language", Text),
    Column("text", Text, nullable=False),
    Column("characters", Integer, nullable=False, server_default="0"),  # read from the index alone
    Index(None, "key", "dated", "characters"),
)

sources = Table(
    "sources",
    metadata,
    Column("key", Key, primary_key=True),
    _owned_by("articles", name="article"),
    Column("kind", Text, nullable=False),  # path, url, text
    Column("location", Text, nullable=False),  # empty for text that came from nowhere
    Column("first_seen", Moment, nullable=False),
    Column("last_seen", Moment, nullable=False),
    Column("published", Date),
    Column("title", Text),
    Column("author", Text),
    Column("site", Text),
    Column("language", Text),
    UniqueConstraint("article", "kind", "location"),
    Index(None, "location", "last_seen"),
)

recipes = Table(
    "recipes",
    metadata,
    Column("key", Key, primary_key=True),
    Column("fingerprint", Text, nullable=False, unique=True),
    Column("prompt_name", Text, nullable=False),
    Column("prompt_version", Integer, nullable=False),
    Column("prompt_sha256", Text, nullable=False),
    Column("draft_format", Text, nullable=False),
    Column("summary_schema", Text, nullable=False),
    Column("analysis", Text, nullable=False),
    Column("authority", Text),  # model, rules; null in recipes of the first version
    Column("model", Text, nullable=False),
    Column("language", Text),  # null for the article's
    Column("merge", Text),  # canonical JSON, as the parameters
    Column("parameters", Text, nullable=False),
)

requests = Table(
    "requests",
    metadata,
    Column("key", Key, primary_key=True),
    _owned_by("articles", name="article"),
    Column("sha256", Text, nullable=False),
    Column("messages", Text, nullable=False),  # canonical JSON of the chat as it was sent
    UniqueConstraint("article", "sha256"),
)

attempts = Table(
    "attempts",
    metadata,
    Column("key", Key, primary_key=True),
    _owned_by("articles", name="article"),
    Column("recipe", Key, ForeignKey("recipes.key"), nullable=False),
    _owned_by("requests", name="request", nullable=True),  # null only where it was imported without
    Column("status", Text, nullable=False),  # sent, done, failed, stopped, lost
    Column("started", Moment, nullable=False),
    Column("lease_until", Moment),  # while sent: when nobody need wait for it any more
    Column("ended", Moment),
    Column("owner", Text, nullable=False),  # machine and process that sent it, see `owners`
    Column("run", Text),  # name of the run it belongs to
    Column("sends", Integer),  # requests that left, repeats included
    Column("input_tokens", Integer),
    Column("output_tokens", Integer),
    Column("cached_tokens", Integer),
    Column("reserved_nanousd", BigInteger),  # the most it may cost; whole numbers add up without rounding
    Column("reserved_tokens", Integer),
    Column("cost_nanousd", BigInteger),
    Column("seconds", Float),
    Column("fault", Text),  # name of the error's class
    Column("retriable", Boolean),
    Column("message", Text),
    Column("package_version", Text, nullable=False),
    Index(None, "recipe", "article", "status"),
    Index(None, "article"),
    Index(None, "request"),
)

runs = Table(
    "runs",
    metadata,
    Column("key", Key, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("nanousd", BigInteger, nullable=False),  # spent, and reserved for what is under way or was lost
    Column("tokens", BigInteger, nullable=False),
)

replies = Table(
    "replies",
    metadata,
    Column("attempt", Key, ForeignKey("attempts.key", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("kind", Text, nullable=False),  # part, merged, neutral; check
    Column("body", Text, nullable=False),
)

summaries = Table(
    "summaries",
    metadata,
    Column("key", Key, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    _owned_by("articles", name="article"),
    Column("recipe", Key, ForeignKey("recipes.key"), nullable=False),
    Column("attempt", Key, ForeignKey("attempts.key", ondelete="SET NULL")),
    Column("current", Boolean, nullable=False),
    Column("created", Moment, nullable=False),
    Column("stored", Moment, nullable=False),
    Column("headline", Text, nullable=False),
    Column("json", Text, nullable=False),
    Column("parts", Integer, nullable=False, server_default="1"),  # read from the index alone
    Column("checked", Key),  # row of the recipe that its items were checked by
    Index(
        "uq_summaries_current",
        "article",
        "recipe",
        unique=True,
        sqlite_where=text("current"),
        postgresql_where=text("current"),
    ),
    Index(None, "recipe", "article", "current"),
    Index("ix_summaries_standing", "article", "key", "recipe", "parts", "attempt", "current"),
    Index("ix_summaries_checked", "recipe", "current", "checked", "article", "key"),
    Index(None, "attempt"),
)

items = Table(
    "items",
    metadata,
    Column("key", Key, primary_key=True),
    _owned_by("summaries", name="summary"),
    Column("kind", Text, nullable=False),  # summary, party, position, quote, figure
    Column("item", Text, nullable=False),  # its id in the summary, such as q3; empty for the summary itself
    Column("category", Text),  # kind of a party, quote or figure
    Column(
        "detail", Text
    ),  # role of a party, stance of a position, verdict of a quote, comparator of a figure
    Column("begins", Integer),  # of its first anchor, in code points of the article
    Column("ends", Integer),
    Column("value", Text),  # of a figure, as a decimal
    Column("upper", Text),
    Column("number", Float),  # the value again, to compare and sort by
    Column("unit", Text),
    Column("measures", Text),
    Column("support", Text),  # doubtful, or null
    Column("topic", Text),  # of a position
    Column("topic_folded", Text),  # the words of it as the search has them, parted by blanks
    Column("text", Text, nullable=False),
    Column("words", Text, nullable=False),  # what the search finds it by, see `words`
    Index(None, "summary", "item"),
    Index(None, "kind", "number"),
    Index(
        "ix_items_support",
        "support",
        sqlite_where=text("support IS NOT NULL"),
        postgresql_where=text("support IS NOT NULL"),
    ),
    Index(
        "ix_items_topic_folded",
        "topic_folded",
        sqlite_where=text("topic_folded IS NOT NULL"),
        postgresql_where=text("topic_folded IS NOT NULL"),
    ),
)

item_parties = Table(
    "item_parties",
    metadata,
    Column("summary", Key, ForeignKey("summaries.key", ondelete="CASCADE"), primary_key=True),
    Column("item", Text, primary_key=True),  # id of a position, quote or figure
    Column("role", Text, primary_key=True),  # holder, told_by, toward, speaker, claimant
    Column("party", Text, primary_key=True),  # its id in the summary
    Column("position", Integer, nullable=False),  # 0 is the one that is named first in that role
    Index(None, "summary", "party", "role"),
    sqlite_with_rowid=False,
)

names = Table(
    "names",
    metadata,
    Column("summary", Key, ForeignKey("summaries.key", ondelete="CASCADE"), primary_key=True),
    Column("party", Text, primary_key=True),
    Column("folded", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("position", Integer, nullable=False),  # 0 is what the party is called first
    Index(None, "folded"),
)

reviews = Table(
    "reviews",
    metadata,
    Column("key", Key, primary_key=True),
    _owned_by("summaries", name="summary"),
    Column("item", Text),  # null for the summary as a whole
    Column("verdict", Text, nullable=False),  # right, wrong, unsure
    Column("made", Moment, nullable=False),
    Column("reviewer", Text),
    Column("note", Text),
    Index(None, "summary"),
)
