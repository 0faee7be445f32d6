import subprocess
import sys

import yaml
from conftest import CASSETTES, ROOT

SHARED = {"test_able_model/sample.yaml"}
"""Cassettes of fixtures, which several tests of a module share."""


def collected():
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-m", "cassette"],
        cwd=ROOT, capture_output=True, check=True, text=True,
    )  # fmt: skip
    tests = [line.split("::") for line in ran.stdout.splitlines() if "::" in line]
    return {f"{file.split('/')[-1].removesuffix('.py')}/{name}.yaml" for file, name in tests}


def test_every_recorded_test_has_its_cassette_and_every_cassette_its_test():
    recorded = {str(path.relative_to(CASSETTES)) for path in CASSETTES.rglob("*.yaml")}
    assert recorded == collected() | SHARED, "run: make cassettes"


def test_no_cassette_holds_a_key_a_cookie_or_the_address_of_a_machine():
    for path in CASSETTES.rglob("*.yaml"):
        for interaction in yaml.safe_load(path.read_text())["interactions"]:
            headers = {*interaction["request"]["headers"], *interaction["response"]["headers"]}
            assert not {name.lower() for name in headers} & {"authorization", "cookie", "set-cookie", "host"}
            assert interaction["request"]["uri"].startswith("http://model/")
