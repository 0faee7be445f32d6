"""A batch beside other ways to ask about many articles: 2,000 articles, an endpoint that takes half a second.

Each way runs in a process of its own, and so does the endpoint. `OURS` keeps a checked summary in a store; the
others parse a reply into a pydantic model. langextract is measured where it is installed.
"""

import importlib.util
import json
import resource
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from bench.texts import words

NUMBER, AT_ONCE, DELAY = 2000, 100, 0.5
HERE = Path(__file__).parent
IDEAL = NUMBER / AT_ONCE * DELAY


def measure(number=NUMBER):
    with endpoint() as url, tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "news.jsonl")
        text = words(600)
        lines = (json.dumps({"text": f"{text}\n\nArticle n{one}."}) for one in range(number))
        path.write_text("".join(f"{line}\n" for line in lines))
        for name in ("batch", "openai", "instructor", "langextract"):
            if name == "langextract" and importlib.util.find_spec(name) is None:
                yield f"{name}: not installed", "", ""
                continue
            command = [sys.executable, "-m", "bench.throughput", name, url, str(path), str(number)]
            told = json.loads(
                subprocess.run(command, check=True, capture_output=True, cwd=HERE.parent).stdout
            )
            ideal = number / AT_ONCE * DELAY
            yield (
                f"{name}: {number:,} articles, {AT_ONCE} at once, {DELAY} s each",
                f"{told['seconds']:.1f} s, {told['seconds'] / ideal:.2f} x ideal",
                "goal: 1.25 x ideal" if name == "batch" else "",
            )
            yield f"{name}: CPU per article, memory", f"{told['cpu']:.1f} ms, {told['rss']:.0f} MB", ""


@contextmanager
def endpoint():
    """The endpoint, in a process of its own."""
    line = [sys.executable, str(HERE / "slow_endpoint.py"), str(DELAY)]
    with subprocess.Popen(line, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.kill()


def batch(url, path, _):
    from summarizer import Summarizer
    from summarizer.batch import Sources
    from summarizer.library.batching import Terms

    with (
        tempfile.TemporaryDirectory() as folder,
        Summarizer(model="m", base_url=url, store=f"sqlite:///{folder}/store.db", price="1/1") as many,
    ):
        going = many.start_batch(Sources([str(path)]), Terms(AT_ONCE))
        while going.some():
            pass
        going.close()


def asked(create, path):
    """Ask about every article, so many at a time."""
    import asyncio

    async def go():
        places = asyncio.Semaphore(AT_ONCE)

        async def one(line):
            async with places:
                await create([{"role": "user", "content": json.loads(line)["text"]}])

        await asyncio.gather(*(one(line) for line in path.open()))

    asyncio.run(go())


def openai(url, path, _):
    from openai import AsyncOpenAI

    from summarizer.draft import HintedDraft

    client = AsyncOpenAI(base_url=url, api_key="none", max_retries=0)

    async def create(messages):
        reply = await client.chat.completions.create(model="m", messages=messages)
        HintedDraft.model_validate_json(reply.choices[0].message.content or "")

    asked(create, path)


def instructor(url, path, _):
    import instructor as library
    from openai import AsyncOpenAI

    from summarizer.draft import HintedDraft

    patched = library.from_openai(
        AsyncOpenAI(base_url=url, api_key="none", max_retries=0), mode=library.Mode.JSON_SCHEMA
    )

    async def create(messages):
        await patched.chat.completions.create(model="m", messages=messages, response_model=HintedDraft)

    asked(create, path)


def langextract(url, path, number):
    import langextract as library  # type: ignore[import-not-found] # measured where somebody has it

    extraction = library.data.Extraction(extraction_class="quote", extraction_text="calm")
    example = library.data.ExampleData(text="The mayor asked for calm.", extractions=[extraction])
    documents = [
        library.data.Document(text=json.loads(line)["text"], document_id=str(place))
        for place, line in enumerate(path.open())
    ]
    library.extract(
        text_or_documents=documents[:number],
        prompt_description="Extract quotes.",
        examples=[example],
        model=library.providers.openai.OpenAILanguageModel(
            model_id="m", api_key="none", base_url=url, max_workers=AT_ONCE
        ),
        batch_length=AT_ONCE,
        max_workers=AT_ONCE,
        max_char_buffer=100_000,
        show_progress=False,
    )


def main():
    name, url, path, number = sys.argv[1:]
    began, cpu = time.perf_counter(), time.process_time()
    {"batch": batch, "openai": openai, "instructor": instructor, "langextract": langextract}[name](
        url, Path(path), int(number)
    )
    told = {
        "seconds": time.perf_counter() - began,
        "cpu": 1000 * (time.process_time() - cpu) / int(number),
        "rss": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main()
