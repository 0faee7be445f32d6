"""Results go to a file whole or not at all, and into a pipe or a device without replacing it."""

import os
import stat
import threading

from summarizer.files import write


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()), daemon=True)
    reader.start()
    write("news", pipe)
    reader.join(10)
    assert read == ["news"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
