"""A process that `summarizer` is forked from, one for all tests."""

import pytest
from warm import Warm


@pytest.fixture(scope="session")
def warm(tmp_path_factory):
    with Warm(tmp_path_factory.mktemp("warm")) as started:
        yield started
