"""Several parties of an item, kinds and topics; the analysis and authority of recipes."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

Key = sa.BigInteger().with_variant(sa.Integer, "sqlite")

ITEM_PARTIES = """
    INSERT INTO item_parties (summary, item, role, party, position)
    SELECT summary, item, CASE kind WHEN 'position' THEN 'holder' WHEN 'quote' THEN 'speaker' ELSE 'claimant' END,
        party, 0
    FROM items WHERE party IS NOT NULL AND kind IN ('position', 'quote', 'figure')
"""  # noqa: E501 - one expression
ROLE_OF_PARTY = """
    CASE WHEN EXISTS (
        SELECT 1 FROM item_parties WHERE item_parties.summary = items.summary AND item_parties.party = items.item
    ) THEN 'main' ELSE 'minor' END
"""  # noqa: E501 - one expression
# What is wide stands last, and old versions of SQLite cannot drop a column: the table is written anew.
SQLITE = (
    "DROP TRIGGER item_words_added",
    "DROP TRIGGER item_words_removed",
    "ALTER TABLE items RENAME TO items_before",
    """
    CREATE TABLE items (
        "key" INTEGER NOT NULL,
        summary INTEGER NOT NULL,
        kind TEXT NOT NULL,
        item TEXT NOT NULL,
        category TEXT,
        detail TEXT,
        begins INTEGER,
        ends INTEGER,
        value TEXT,
        upper TEXT,
        number FLOAT,
        unit TEXT,
        measures TEXT,
        topic TEXT,
        topic_folded TEXT,
        text TEXT NOT NULL,
        words TEXT NOT NULL,
        PRIMARY KEY ("key"),
        FOREIGN KEY(summary) REFERENCES summaries ("key") ON DELETE CASCADE
    )
    """,
    f"""
    INSERT INTO items (
        "key", summary, kind, item, category, detail, begins, ends, value, upper, number, unit, measures, text, words
    )
    SELECT "key", summary, kind, item,
        CASE kind WHEN 'party' THEN detail WHEN 'quote' THEN 'speech' END,
        CASE kind WHEN 'party' THEN {ROLE_OF_PARTY} ELSE detail END,
        begins, ends, value, upper, number, unit, measures, text, words
    FROM items_before AS items
    """,  # noqa: S608, E501 - our own words
    "DROP TABLE items_before",
    """
    CREATE TRIGGER item_words_added AFTER INSERT ON items BEGIN
        INSERT INTO item_words(rowid, words) VALUES (new.key, new.words);
    END
    """,
    """
    CREATE TRIGGER item_words_removed AFTER DELETE ON items BEGIN
        INSERT INTO item_words(item_words, rowid, words) VALUES ('delete', old.key, old.words);
    END
    """,
    "CREATE INDEX ix_items_kind_number ON items (kind, number)",
)
POSTGRESQL = (
    "ALTER TABLE items ADD COLUMN category TEXT, ADD COLUMN topic TEXT, ADD COLUMN topic_folded TEXT",
    "UPDATE items SET category = 'speech' WHERE kind = 'quote'",
    f"UPDATE items SET category = detail, detail = {ROLE_OF_PARTY} WHERE kind = 'party'",  # noqa: S608 - our own
    "ALTER TABLE items DROP COLUMN party",
    "DROP INDEX ix_items_summary",
)


def upgrade() -> None:
    """Make the table of parties and fill it in; the JSON of summaries stays as it is."""
    op.create_table(
        "item_parties",
        sa.Column("summary", Key, sa.ForeignKey("summaries.key", ondelete="CASCADE"), primary_key=True),
        sa.Column("item", sa.Text, primary_key=True),
        sa.Column("role", sa.Text, primary_key=True),
        sa.Column("party", sa.Text, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.execute(ITEM_PARTIES)
    op.create_index("ix_item_parties_summary_party_role", "item_parties", ["summary", "party", "role"])
    for statement in POSTGRESQL if op.get_bind().dialect.name == "postgresql" else SQLITE:
        op.execute(statement)
    op.create_index("ix_items_summary_item", "items", ["summary", "item"])
    op.create_index(
        "ix_items_topic_folded",
        "items",
        ["topic_folded"],
        sqlite_where=sa.text("topic_folded IS NOT NULL"),
        postgresql_where=sa.text("topic_folded IS NOT NULL"),
    )
    op.execute("ALTER TABLE recipes RENAME COLUMN marking TO analysis")
    op.add_column("recipes", sa.Column("authority", sa.Text))
