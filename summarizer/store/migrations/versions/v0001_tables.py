"""The tables of articles, recipes, attempts and summaries."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make all tables."""
    op.create_table(
        "articles",
        sa.Column("key", Key, primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("dated", sa.Date, nullable=False),
        sa.Column("first_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published", sa.Date),
        sa.Column("title", sa.Text),
        sa.Column("author", sa.Text),
        sa.Column("site", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("language", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
        sa.UniqueConstraint("id"),
    )
    op.create_table(
        "sources",
        sa.Column("key", Key, primary_key=True),
        sa.Column("article", Key, sa.ForeignKey("articles.key", ondelete="CASCADE"), nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("location", sa.Text, nullable=False),
        sa.Column("first_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published", sa.Date),
        sa.Column("title", sa.Text),
        sa.Column("author", sa.Text),
        sa.Column("site", sa.Text),
        sa.Column("language", sa.Text),
        sa.UniqueConstraint("article", "kind", "location"),
    )
    op.create_table(
        "recipes",
        sa.Column("key", Key, primary_key=True),
        sa.Column("fingerprint", sa.Text, nullable=False),
        sa.Column("prompt_name", sa.Text, nullable=False),
        sa.Column("prompt_version", sa.Integer, nullable=False),
        sa.Column("prompt_sha256", sa.Text, nullable=False),
        sa.Column("draft_format", sa.Text, nullable=False),
        sa.Column("summary_schema", sa.Text, nullable=False),
        sa.Column("marking", sa.Text, nullable=False),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("language", sa.Text),
        sa.Column("merge", sa.Text),
        sa.Column("parameters", sa.Text, nullable=False),
        sa.UniqueConstraint("fingerprint"),
    )
    op.create_table(
        "requests",
        sa.Column("key", Key, primary_key=True),
        sa.Column("article", Key, sa.ForeignKey("articles.key", ondelete="CASCADE"), nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("messages", sa.Text, nullable=False),
        sa.UniqueConstraint("article", "sha256"),
    )
    op.create_table(
        "attempts",
        sa.Column("key", Key, primary_key=True),
        sa.Column("article", Key, sa.ForeignKey("articles.key", ondelete="CASCADE"), nullable=False),
        sa.Column("recipe", Key, sa.ForeignKey("recipes.key"), nullable=False),
        sa.Column("request", Key, sa.ForeignKey("requests.key", ondelete="CASCADE")),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("started", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lease_until", sa.DateTime(timezone=True)),
        sa.Column("ended", sa.DateTime(timezone=True)),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("run", sa.Text),
        sa.Column("sends", sa.Integer),
        sa.Column("input_tokens", sa.Integer),
        sa.Column("output_tokens", sa.Integer),
        sa.Column("cached_tokens", sa.Integer),
        sa.Column("reserved_nanousd", sa.BigInteger),
        sa.Column("cost_nanousd", sa.BigInteger),
        sa.Column("seconds", sa.Float),
        sa.Column("fault", sa.Text),
        sa.Column("retriable", sa.Boolean),
        sa.Column("message", sa.Text),
        sa.Column("package_version", sa.Text, nullable=False),
    )
    op.create_table(
        "replies",
        sa.Column("attempt", Key, sa.ForeignKey("attempts.key", ondelete="CASCADE"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "summaries",
        sa.Column("key", Key, primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("article", Key, sa.ForeignKey("articles.key", ondelete="CASCADE"), nullable=False),
        sa.Column("recipe", Key, sa.ForeignKey("recipes.key"), nullable=False),
        sa.Column("attempt", Key, sa.ForeignKey("attempts.key", ondelete="SET NULL")),
        sa.Column("current", sa.Boolean, nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("stored", sa.DateTime(timezone=True), nullable=False),
        sa.Column("headline", sa.Text, nullable=False),
        sa.Column("json", sa.Text, nullable=False),
        sa.UniqueConstraint("id"),
    )
    op.create_table(
        "items",
        sa.Column("key", Key, primary_key=True),
        sa.Column("summary", Key, sa.ForeignKey("summaries.key", ondelete="CASCADE"), nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("item", sa.Text, nullable=False),
        sa.Column("party", sa.Text),
        sa.Column("begins", sa.Integer),
        sa.Column("ends", sa.Integer),
        sa.Column("detail", sa.Text),
        sa.Column("value", sa.Text),
        sa.Column("upper", sa.Text),
        sa.Column("number", sa.Float),
        sa.Column("unit", sa.Text),
        sa.Column("measures", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
    )
    op.create_table(
        "names",
        sa.Column("summary", Key, sa.ForeignKey("summaries.key", ondelete="CASCADE"), primary_key=True),
        sa.Column("party", sa.Text, primary_key=True),
        sa.Column("folded", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
    )
    op.create_table(
        "reviews",
        sa.Column("key", Key, primary_key=True),
        sa.Column("summary", Key, sa.ForeignKey("summaries.key", ondelete="CASCADE"), nullable=False),
        sa.Column("item", sa.Text),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reviewer", sa.Text),
        sa.Column("note", sa.Text),
    )
    op.create_index("ix_articles_dated", "articles", ["dated"])
    op.create_index("ix_sources_location_last_seen", "sources", ["location", "last_seen"])
    op.create_index("ix_attempts_recipe_article_status", "attempts", ["recipe", "article", "status"])
    op.create_index("ix_attempts_article", "attempts", ["article"])
    op.create_index("ix_attempts_request", "attempts", ["request"])
    op.create_index("ix_summaries_recipe_article_current", "summaries", ["recipe", "article", "current"])
    op.create_index("ix_summaries_article", "summaries", ["article"])
    op.create_index("ix_summaries_attempt", "summaries", ["attempt"])
    op.create_index("ix_items_summary", "items", ["summary"])
    op.create_index("ix_items_kind_number", "items", ["kind", "number"])
    op.create_index("ix_names_folded", "names", ["folded"])
    op.create_index("ix_reviews_summary", "reviews", ["summary"])
    op.create_index(
        "uq_summaries_current",
        "summaries",
        ["article", "recipe"],
        unique=True,
        sqlite_where=sa.text("current"),
        postgresql_where=sa.text("current"),
    )
