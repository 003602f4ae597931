"""What must not stand anywhere in the project: machine paths, secrets, hosts of package mirrors."""

from __future__ import annotations

import re
import subprocess

from tests.conftest import ROOT

FORBIDDEN = re.compile(
    r"/work/(?:main|shared)|/root/|/home/\w+|/lib/python3\.\d+/site-packages"
    r"|BEGIN (?:RSA |EC )?PRIVATE KEY|AKIA[0-9A-Z]{16}"
)
HERE = "tests/house/test_project_text.py"


def test_no_machine_path_and_no_secret_is_committed() -> None:
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    found = []
    for name in files:
        if name != HERE and (ROOT / name).is_file():
            text = (ROOT / name).read_bytes().decode("latin-1")  # a picture or a network can tell a path too
            found += [f"{name}: {match.group()}" for match in FORBIDDEN.finditer(text)]
    assert found == []
