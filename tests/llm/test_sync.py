# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import asyncio
import contextvars

import pytest

from summarizer.llm import run


async def _double(number):
    await asyncio.sleep(0)
    return 2 * number


def test_a_coroutine_runs_from_sync_code():
    assert run(_double(21)) == 42


def test_a_coroutine_runs_from_inside_a_running_loop():
    async def notebook_cell():
        return run(_double(21))

    assert asyncio.run(notebook_cell()) == 42


def test_context_variables_go_along():
    variable = contextvars.ContextVar("variable", default="outside")

    async def read():
        return variable.get()

    async def notebook_cell():
        variable.set("inside")
        return run(read())

    assert asyncio.run(notebook_cell()) == "inside"


@pytest.mark.parametrize("error", [KeyboardInterrupt, LookupError])
def test_what_a_coroutine_raises_comes_out(error):
    async def fail():
        raise error

    async def notebook_cell():
        with pytest.raises(error):
            run(fail())

    asyncio.run(notebook_cell())


def test_an_error_drags_no_other_along():
    async def fail():
        raise LookupError

    with pytest.raises(LookupError) as raised:
        run(fail())
    assert raised.value.__context__ is None
