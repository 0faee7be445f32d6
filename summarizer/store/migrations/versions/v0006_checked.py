"""What the items of a summary were checked by, and which of them are doubtful."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")


_ITEMS = ("parties", "positions", "quotes", "figures")
_MENTIONING = sa.text("SELECT key, json FROM summaries WHERE current AND json LIKE '%\"doubtful\"%'")
_DOUBTED = sa.text("UPDATE items SET support = 'doubtful' WHERE summary = :summary AND item = :item")


def upgrade() -> None:
    """Add the columns; nothing that is there was checked, but some of it may be doubtful."""
    op.add_column("summaries", sa.Column("checked", Key))
    op.create_index("ix_summaries_checked", "summaries", ["recipe", "current", "checked", "article", "key"])
    op.add_column("items", sa.Column("support", sa.Text))
    connection = op.get_bind()
    for key, written in connection.execute(_MENTIONING):
        whole = json.loads(written)
        doubted = [
            {"summary": key, "item": item["id"]}
            for name in _ITEMS
            for item in whole[name]
            if item.get("support", {}).get("verdict") == "doubtful"
        ]
        if doubted:
            connection.execute(_DOUBTED, doubted)
    where = sa.text("support IS NOT NULL")
    op.create_index("ix_items_support", "items", ["support"], sqlite_where=where, postgresql_where=where)
