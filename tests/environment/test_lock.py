"""A bare machine has no compiler: every package of the lock comes as a wheel that fits it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from packaging.markers import Marker

from tests.conftest import ROOT

GLIBC = (2, 35)
"""Ubuntu 22.04's: Debian 12 and everything later have a newer one."""

BUILT_HERE = {
    "cspr-guide": "the project itself: pure Python",
    "randomname": "Rasa names models with it; pure Python, never published as a wheel, built without a compiler",
}

Package = dict[str, Any]


@cache
def lock() -> dict[str, Package]:
    return {package["name"]: package for package in tomllib.loads((ROOT / "uv.lock").read_text())["package"]}


def installed(machine: str) -> dict[str, Package]:
    """What `uv sync` installs on Linux of this kind of processor, by name."""
    environment = {
        "sys_platform": "linux", "platform_system": "Linux", "os_name": "posix", "platform_machine": machine,
        "implementation_name": "cpython", "platform_python_implementation": "CPython",
        "python_version": "3.11", "python_full_version": "3.11.9", "extra": "",
    }  # fmt: skip
    found: dict[str, Package] = {}
    seen: set[tuple[str, str]] = set()
    waiting = [("cspr-guide", "")]
    while waiting:
        name, extra = waiting.pop()
        if (name, extra) in seen:
            continue
        seen.add((name, extra))
        package = found[name] = lock()[name]
        wanted = package.get("optional-dependencies", {}).get(extra, []) if extra else package.get("dependencies", [])
        for needed in [*wanted, *package.get("dev-dependencies", {}).get("dev", [])]:
            if "marker" not in needed or Marker(needed["marker"]).evaluate(environment):
                waiting += [(needed["name"], more) for more in ("", *needed.get("extra", ()))]
    return found


def fits(wheel: str, machine: str) -> bool:
    """Whether a wheel's tags (PEP 425, PEP 600) are CPython 3.11's on this processor with this glibc."""
    interpreters, interfaces, platforms = wheel.removesuffix(".whl").split("-")[-3:]
    return (
        any(_reads(interpreter, interfaces) for interpreter in interpreters.split("."))
        and not interfaces.startswith("cp312")
        and any(_runs(platform, machine) for platform in platforms.split("."))
    )


def _reads(interpreter: str, interfaces: str) -> bool:
    if interpreter.startswith("py3"):
        return int(interpreter.removeprefix("py3") or 0) <= 11
    later = re.fullmatch(r"cp3(\d+)", interpreter)
    return later is not None and (later[1] == "11" or ("abi3" in interfaces and int(later[1]) < 11))


def _runs(platform: str, machine: str) -> bool:
    needs = re.fullmatch(rf"manylinux_(\d+)_(\d+)_{machine}", platform)
    old = platform in (f"manylinux2010_{machine}", f"manylinux2014_{machine}", f"manylinux1_{machine}")
    return platform == "any" or old or (needs is not None and (int(needs[1]), int(needs[2])) <= GLIBC)


def wheels(package: Package) -> Iterator[str]:
    return (wheel["url"].rpartition("/")[2] for wheel in package.get("wheels", ()))


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_nothing_is_compiled_on_a_bare_machine(machine: str) -> None:
    without = {
        name
        for name, package in installed(machine).items()
        if not any(fits(wheel, machine) for wheel in wheels(package))
    }
    assert without == set(BUILT_HERE), f"no wheel for CPython 3.11 on Linux {machine}"


@pytest.mark.parametrize(
    ("wheel", "fitting"),
    [
        ("a-1-py3-none-any.whl", True),
        ("a-1-py2.py3-none-any.whl", True),
        ("a-1-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl", True),
        ("a-1-cp38-abi3-manylinux_2_28_x86_64.whl", True),
        ("a-1-cp38-cp38-manylinux_2_28_x86_64.whl", False),
        ("a-1-cp312-abi3-manylinux_2_28_x86_64.whl", False),
        ("a-1-cp311-cp311-manylinux_2_39_x86_64.whl", False),
        ("a-1-cp311-cp311-musllinux_1_2_x86_64.whl", False),
        ("a-1-cp311-cp311-manylinux_2_28_aarch64.whl", False),
        ("a-1-cp311-cp311-win_amd64.whl", False),
    ],
)
def test_a_wheel_fits_by_its_tags(wheel: str, fitting: bool) -> None:
    assert fits(wheel, "x86_64") is fitting
