"""Ways to ask about many articles, each for a process of its own: `python -m bench.peers NAME URL PATH NUMBER`.

Prints seconds of the clock, milliseconds of the processor for an article, and the most memory there was, in MB, all of
its processes together.
`PEERS` says what each does with an answer, as they do not do the same.
"""

import json
import sys
import tempfile
import time
import warnings
from pathlib import Path
from typing import Any

from bench.timing import family_peak, peak, processor

AT_ONCE = 100
PEERS = {
    "summarizer": "marks, asks by schema, grounds, stores",
    "openai": "asks by schema, validates; no store",
    "instructor": "asks by schema, validates; no store",
    "langextract": "asks by schema, aligns with the text; no store",
}


def summarizer(url, path):
    from summarizer import Summarizer
    from summarizer.batch import Done, Sources
    from summarizer.client.batching import Terms

    with (
        tempfile.TemporaryDirectory() as folder,
        Summarizer(model="m", base_url=url, store=f"sqlite:///{folder}/store.db", price="1/1") as many,
    ):
        going = many.start_batch(Sources([str(path)]), Terms(AT_ONCE))
        done = memory = 0
        while some := going.some():
            for one in some:
                assert isinstance(one, Done), one
                assert one.asked, "it was answered from another article's summary"
            done += len(some)
            memory = max(memory, family_peak())
        going.close()
    return done, memory


def openai(url, path):
    from openai import AsyncOpenAI

    from summarizer.drafts import HintedDraft

    client = AsyncOpenAI(base_url=url, api_key="none", max_retries=0)
    schema = {"name": "HintedDraft", "schema": HintedDraft.model_json_schema()}
    form: Any = {"type": "json_schema", "json_schema": schema}

    async def create(messages):
        reply = await client.chat.completions.create(model="m", messages=messages, response_format=form)
        return HintedDraft.model_validate_json(reply.choices[0].message.content or "")

    return asked(create, path)


def instructor(url, path):
    import instructor as library
    from openai import AsyncOpenAI

    from summarizer.drafts import HintedDraft

    client = AsyncOpenAI(base_url=url, api_key="none", max_retries=0)
    patched = library.from_openai(client, mode=library.Mode.JSON_SCHEMA)

    async def create(messages):
        return await patched.chat.completions.create(model="m", messages=messages, response_model=HintedDraft)

    return asked(create, path)


def asked(create, path):
    """Ask about every article, so many at a time; how many answers there are, and the most memory."""
    import asyncio

    async def go():
        places = asyncio.Semaphore(AT_ONCE)

        async def one(line):
            async with places:
                return await create([{"role": "user", "content": json.loads(line)["text"]}])

        with path.open() as lines:
            return await asyncio.gather(*(one(line) for line in lines))

    return len(asyncio.run(go())), peak()


def langextract(url, path):
    """One document an article, one chunk a document, all of them one batch: no worker waits for another."""
    import langextract as library

    warnings.filterwarnings(
        "ignore", "With 'config'"
    )  # its way to name an endpoint warns of what is wanted here
    with path.open() as lines:
        documents = [
            library.data.Document(text=json.loads(line)["text"], document_id=str(number))
            for number, line in enumerate(lines)
        ]
    extraction = library.data.Extraction("quote", "“We ask for calm,”", attributes={"speaker": "Ana Ruiz"})
    text = "“We ask for calm,” Ana Ruiz said."
    found = library.extract(
        documents,
        prompt_description="Extract the quotes, and who says them.",
        examples=[library.data.ExampleData(text=text, extractions=[extraction])],
        config=library.factory.ModelConfig(
            model_id="m",
            provider="OpenAILanguageModel",
            provider_kwargs={"api_key": "none", "base_url": url, "max_workers": AT_ONCE},
        ),
        batch_length=len(documents),
        max_workers=AT_ONCE,
        max_char_buffer=1_000_000,
        show_progress=False,
    )
    return sum(bool(one.extractions) for one in found), peak()


def main():
    name, url, path, number = sys.argv[1:]
    began, cpu = time.perf_counter(), processor()
    ways = {
        "summarizer": summarizer,
        "openai": openai,
        "instructor": instructor,
        "langextract": langextract,
    }
    done, memory = ways[name](url, Path(path))
    assert done == int(number), f"{name} made something of {done} articles, not of {number}"
    seconds, cpu = time.perf_counter() - began, processor() - cpu
    print(json.dumps({"seconds": seconds, "cpu": 1000 * cpu / done, "memory": memory}))


if __name__ == "__main__":
    main()
