"""Which of an article's summaries stands for it.

What the rules alone know never stands for what a model said; else it is the summary that was stored last.
"""

from sqlalchemy import ColumnElement, FromClause, and_, or_, select

from summarizer.store.schema import recipes
from summarizer.summary import NO_MODEL


def is_by_rules(made: FromClause) -> ColumnElement[bool]:
    """Return whether no model was asked for a summary."""
    return made.c.recipe.in_(select(recipes.c.key).where(recipes.c.model == NO_MODEL).correlate(None))


def stands_before(one: FromClause, other: FromClause) -> ColumnElement[bool]:
    """Return whether `one`, rather than `other`, stands for the article that both are of."""
    is_later, ours, theirs = one.c.key > other.c.key, is_by_rules(one), is_by_rules(other)
    return or_(and_(theirs, ~ours), and_(is_later, or_(theirs, ~ours)))
