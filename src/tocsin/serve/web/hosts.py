"""Answer only to names of this machine: a page of a stranger, whose name was made to lead here, gets nothing."""

from __future__ import annotations

import ipaddress

from tocsin.errors import UsageError

LOOPBACK_NAMES = frozenset({"localhost", "localhost.localdomain"})


def check_host(header: str | None, bound: str) -> None:
    """Refuse a request whose ``Host`` names neither loopback nor the address that was bound.

    ``bound`` is the address of ``serve --host``. Where it stands for every address of the machine (``0.0.0.0``,
    ``::``) any address is let through, but no name: the trick of leading a name here (DNS rebinding) needs a name.

    Raises:
        UsageError: E210.
    """
    name = host_name(header or "")
    if name in LOOPBACK_NAMES or name == bound.strip("[]").lower():
        return
    address = _address(name)
    every = _address(bound.strip("[]"))
    if address is not None and (address.is_loopback or (every is not None and every.is_unspecified)):
        return
    raise UsageError(
        "E210",
        "the request names a host that this server does not answer to",
        value=(header or "")[:80],
        place="Host",
        hint="Ask by the address in numbers, such as 127.0.0.1, or name this host to 'tocsin serve --host'.",
    )


def host_name(header: str) -> str:
    """Take the port off a ``Host`` header.

    >>> host_name("127.0.0.1:8001"), host_name("[::1]:8001"), host_name("LocalHost.")
    ('127.0.0.1', '::1', 'localhost')
    """
    value = header.strip().lower()
    if value.startswith("["):
        return value[1:].partition("]")[0]
    return value.partition(":")[0].rstrip(".")


def _address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        return None
