"""Full text over the words of items: FTS5 in SQLite, a tsvector in PostgreSQL."""

from alembic import op

revision = "0002"
down_revision = "0001"

SQLITE = (
    # The words come folded and parted by blanks, so that both databases find the same.
    """
    CREATE VIRTUAL TABLE item_words
    USING fts5(words, content='items', content_rowid='key', tokenize='ascii')
    """,
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
    "INSERT INTO item_words(item_words) VALUES ('rebuild')",
)
POSTGRESQL = (
    """
    ALTER TABLE items ADD COLUMN vector tsvector
    GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, words)) STORED
    """,
    "CREATE INDEX ix_items_vector ON items USING gin (vector)",
)


def upgrade() -> None:
    """Index the words of all items there are and will be."""
    statements = POSTGRESQL if op.get_bind().dialect.name == "postgresql" else SQLITE
    for statement in statements:
        op.execute(statement)
