import subprocess
import sys

import pytest

import summarizer


def test_every_public_name_is_there_sorted_and_documented():
    assert sorted(summarizer.__all__, key=lambda name: (not name[0].isupper(), name)) == summarizer.__all__
    for name in summarizer.__all__:
        assert getattr(summarizer, name) is not None
        assert name == "__version__" or getattr(summarizer, name).__doc__


def test_a_name_that_does_not_exist_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        summarizer.nonsense  # noqa: B018 - the access is the point


@pytest.mark.parametrize("heavy", ["pydantic", "openai", "instructor", "typer", "rich", "xllamacpp"])
def test_importing_the_package_imports_nothing_heavy(heavy):
    code = f"import summarizer, sys; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("heavy", ["pydantic", "openai", "instructor", "xllamacpp", "sqlalchemy", "alembic"])
def test_help_imports_nothing_heavy(heavy):
    code = f"import summarizer.cli, sys; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_every_error_has_an_exit_code_that_is_not_zero():
    from summarizer import errors

    found = [
        error
        for error in vars(errors).values()
        if isinstance(error, type) and issubclass(error, errors.SummarizerError)
    ]
    assert {error.exit_code for error in found} == {1, 2, 65, 69, 75, 78}


def test_the_tree_of_errors_names_every_error():
    from summarizer import errors

    for name, error in vars(errors).items():
        if isinstance(error, type) and issubclass(error, errors.SummarizerError):
            assert name in errors.__doc__
