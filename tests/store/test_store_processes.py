"""Several processes and one store; the processes are real ones."""

import random
import subprocess
import sys
from pathlib import Path
from signal import SIGKILL

import pytest
from store_samples import sample, sending

from summarizer.errors import StoreBusy
from summarizer.store import Selection, Store

HERE = Path(__file__).parent
KEEP = """
import sys
sys.path.insert(0, sys.argv[1])
from store_samples import keep, sample
from summarizer.store import Store

with Store.open(sys.argv[2], patience=60) as store:
    for number in range(int(sys.argv[3]), int(sys.argv[4])):
        print(keep(store, sample(number)), flush=True)
"""


def storing(url, start, end):
    """A process that stores articles `start` to `end`, and prints the id of each once it is stored."""
    return subprocess.Popen(
        [sys.executable, "-c", KEEP, HERE, url, str(start), str(end)], stdout=subprocess.PIPE, text=True
    )


def stored_ids(url):
    with Store.open(url) as store:
        return [one.id for one in store.listing(Selection(history=True))]


def test_processes_that_store_at_the_same_time_lose_nothing_and_store_nothing_twice(url):
    processes = [storing(url, 0, 30), storing(url, 10, 40), storing(url, 20, 50)]
    said = [process.communicate(timeout=300)[0].split() for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0]
    assert [len(ids) for ids in said] == [30, 30, 30]
    found = stored_ids(url)
    assert len(found) == len(set(found)) == 50
    assert set(found) == {one for ids in said for one in ids}
    with Store.open(url) as store:
        assert (store.stats().articles, store.stats().attempts["done"]) == (50, 90)


def test_a_process_that_is_killed_loses_nothing_it_has_acknowledged(url):
    acknowledged: set[str] = set()
    chance = random.Random(5)
    for start in range(0, 600, 200):
        with storing(url, start, start + 200) as process:
            assert process.stdout is not None
            for _ in range(chance.randrange(1, 12)):
                acknowledged.add(process.stdout.readline().strip())
            process.send_signal(SIGKILL)
            acknowledged |= {line.strip() for line in process.stdout if line.endswith("\n")}
    found = stored_ids(url)
    assert acknowledged <= set(found)
    assert len(found) == len(set(found))
    with Store.open(url) as store:
        stats = store.stats()
        assert stats.attempts["done"] == stats.summaries == len(found)
        assert stats.attempts["sent"] <= 3  # what was in flight in each of the killed
        assert len(store.search("rebuild", kinds=("quote",))) == len(found)
        again = sample(0)
        assert store.current(again.article.id, again.fingerprint) is not None


def test_a_writer_that_does_not_finish_is_waited_for_only_so_long_and_readers_not_at_all(url):
    with Store.open(url) as slow, Store.open(url, patience=0.2) as other, slow._database.writing():
        with pytest.raises(StoreBusy, match="another process keeps it locked"):
            other.begin(sending(sample()))
        assert other.listing() == []


def test_processes_that_open_a_new_file_at_the_same_time_make_it_once(sqlite_url):
    processes = [storing(sqlite_url, number, number + 1) for number in range(4)]
    said = [process.communicate(timeout=300)[0].strip() for process in processes]
    assert [process.returncode for process in processes] == [0] * 4
    assert set(stored_ids(sqlite_url)) == set(said)
