"""Lengths of articles and numbers of parts as columns, and indexes that a plan is read from."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

PARTS = {
    "sqlite": "coalesce(json_extract(json, '$.provenance.parts'), 1)",
    "postgresql": "coalesce((json::json #>> '{provenance,parts}')::integer, 1)",
}


def upgrade() -> None:
    """Fill in the columns from what is stored, then index them."""
    dialect = op.get_bind().dialect.name
    op.add_column("articles", sa.Column("characters", sa.Integer, nullable=False, server_default="0"))
    op.add_column("summaries", sa.Column("parts", sa.Integer, nullable=False, server_default="1"))
    op.execute("UPDATE articles SET characters = length(text)")
    op.execute(f"UPDATE summaries SET parts = {PARTS[dialect]}")  # noqa: S608 - our own words
    op.create_index("ix_articles_key_dated_characters", "articles", ["key", "dated", "characters"])
    op.drop_index("ix_summaries_article", "summaries")  # the other one begins like it
    columns = ["article", "key", "recipe", "parts", "attempt", "current"]
    op.create_index("ix_summaries_standing", "summaries", columns)
