"""A real PostgreSQL, started from Debian's binaries in a folder of its own."""

import os
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from signal import SIGQUIT

import psycopg
import pytest

SENTINEL = "SENTINEL-0123"  # the password; nothing may ever print it
UNPRIVILEGED = ("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--pdeathsig=TERM")


class PostgresServer:
    """A running server; `database()` makes an empty database and gives its URL."""

    def __init__(self, port):
        self.port = port

    def url(self, database="postgres", *, user="postgres", password=SENTINEL):
        return f"postgresql://{user}:{password}@127.0.0.1:{self.port}/{database}"

    def run(self, *statements, database="postgres"):
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            return [connection.execute(statement).statusmessage for statement in statements]

    def rows(self, query, database):
        with psycopg.connect(self.url(database)) as connection:
            return connection.execute(query).fetchall()

    def database(self, options=""):
        name = f"news_{secrets.token_hex(6)}"
        self.run(f"CREATE DATABASE {name} {options}")
        return name


@contextmanager
def serve():
    """Make a cluster and run its server until the block is left; PostgreSQL refuses to run as root."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    if not folders:
        pytest.fail("these tests need PostgreSQL: apt-get install postgresql", pytrace=False)
    as_user = UNPRIVILEGED if os.geteuid() == 0 else UNPRIVILEGED[:1] + UNPRIVILEGED[-1:]
    # Not in pytest's own folder, which only its user may enter.
    folder = Path(tempfile.mkdtemp(prefix="summarizer-postgres-", dir="/tmp"))
    try:
        (folder / "password").write_text(SENTINEL)
        if os.geteuid() == 0:
            for path in (folder, folder / "password"):
                shutil.chown(path, "postgres", "postgres")
        make = ("--auth=scram-sha-256", f"--pwfile={folder}/password", "--encoding=UTF8", "--locale=C.UTF-8")
        subprocess.run(
            [*as_user, folders[-1] / "initdb", "-D", folder / "data", "-U", "postgres", *make],
            check=True, capture_output=True, cwd=folder,
        )  # fmt: skip
        server = PostgresServer(_free_port())
        settings = {
            "listen_addresses": "127.0.0.1",
            "port": server.port,
            "unix_socket_directories": folder,
            "fsync": "off",  # nobody pulls the plug on it
        }
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        with (
            (folder / "log").open("wb") as log,
            subprocess.Popen(
                [*as_user, folders[-1] / "postgres", "-D", folder / "data", *options],
                stdout=log, stderr=log, cwd=folder,
            ) as process,
        ):  # fmt: skip
            try:
                _wait_for(server, process, folder / "log")
                yield server
            finally:
                process.send_signal(SIGQUIT)  # its "immediate" shutdown: nothing of it is wanted any more
    finally:
        shutil.rmtree(folder)


def _free_port():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return listening.getsockname()[1]


def _wait_for(server, process, log):
    until = time.monotonic() + 60
    while True:
        try:
            psycopg.connect(server.url(), connect_timeout=2).close()
        except psycopg.OperationalError:
            if process.poll() is not None or time.monotonic() > until:
                pytest.fail(f"PostgreSQL does not start: {log.read_text()[-2000:]}", pytrace=False)
            time.sleep(0.05)
        else:
            return
