"""What runs with a budget have spent and reserved."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the table, and the column that says what an attempt has set aside of it."""
    op.create_table(
        "runs",
        sa.Column("key", Key, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("nanousd", sa.BigInteger, nullable=False),
        sa.Column("tokens", sa.BigInteger, nullable=False),
        sa.UniqueConstraint("name"),
    )
    op.add_column("attempts", sa.Column("reserved_tokens", sa.Integer))
