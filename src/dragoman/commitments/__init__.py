"""From clauses and events to obligations, promises, threats and their conditions, and what becomes of them later."""

from dragoman.commitments.changes import check_changes
from dragoman.commitments.drafts import as_toml, drafts
from dragoman.commitments.find import find_commitments
from dragoman.commitments.news import News
from dragoman.commitments.schema import check_commitments
from dragoman.commitments.standing import Change, Standing, history, standing_in, status_on
from dragoman.commitments.watch import set_off, set_off_in

__all__ = [
    "Change",
    "News",
    "Standing",
    "as_toml",
    "check_changes",
    "check_commitments",
    "drafts",
    "find_commitments",
    "history",
    "set_off",
    "set_off_in",
    "standing_in",
    "status_on",
]
