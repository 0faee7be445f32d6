import asyncio

import pytest
from answering_server import TEXTS, AnsweringServer
from misbehaving_server import MisbehavingServer

from summarizer import pipeline
from summarizer.article import Article
from summarizer.errors import ReplyInvalid
from summarizer.llm import Endpoint, Model
from summarizer.prompts import PromptLibrary

DAM = Article(text=TEXTS["dam"])


def made(server, prompt="summary@2"):
    async def ask():
        async with Model(Endpoint("m", server.url)) as model:
            return await pipeline.make(DAM, prompt=PromptLibrary().get(prompt), model=model)

    return asyncio.run(ask())


@pytest.mark.parametrize("prompt", ["summary@1", "summary@2"])
def test_a_reply_grounded_again_by_the_same_code_is_the_same_summary(prompt):
    with AnsweringServer() as server:
        first = made(server, prompt)
    assert first.summary.quotes
    assert pipeline.reground(DAM, first) == first


@pytest.mark.parametrize("fault", ["fence", "no_schema"])
def test_what_was_odd_about_a_reply_is_still_said_when_it_is_grounded_again(fault):
    with MisbehavingServer(fault) as server:
        first = made(server)
    assert first.summary.warnings
    assert pipeline.reground(DAM, first) == first


def test_a_reply_that_no_longer_has_the_form_cannot_be_grounded_again():
    with AnsweringServer() as server:
        first = made(server)
    with pytest.raises(ReplyInvalid, match="reference/1"):
        pipeline.reground(DAM, pipeline.Made(first.summary, (pipeline.Reply("part", '{"headline": ""}'),)))
