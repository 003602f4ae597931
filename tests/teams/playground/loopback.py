"""A network namespace that has nothing but its own loopback: nothing comes in, nothing leaves."""

from __future__ import annotations

import fcntl
import os
import socket
import struct

SIOCSIFFLAGS, UP = 0x8914, 0x1
"""Linux: set the flags of an interface (netdevice(7))."""


def enter() -> list[str]:
    """The words before a command that make it run in a namespace of its own; as root, or with user namespaces."""
    return ["unshare", "--net", *(() if os.geteuid() == 0 else ("--map-root-user",)), "--"]


def raise_loopback() -> None:
    """Bring the loopback up. Raises RuntimeError when there is any other interface: then this is no such namespace."""
    names = [name for _, name in socket.if_nameindex()]
    if names != ["lo"]:
        raise RuntimeError(f"expected a namespace with the interface lo alone, found {', '.join(names)}")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sH14s", b"lo", UP, b""))


def into(process: int) -> list[str]:
    """The words before a command that make it run in the namespace of this process."""
    user = () if os.geteuid() == 0 else ("--user", "--preserve-credentials")
    return ["nsenter", f"--target={process}", "--net", *user, "--"]
