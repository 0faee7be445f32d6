"""What Alembic runs; the connection, and its transaction, come from `upgrading`."""

from alembic import context

from summarizer.store.schema import VERSION_TABLE, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    transactional_ddl=True,  # SQLite can, though Alembic does not count on it
)
context.run_migrations()
