"""The ground rules hold: no test reaches another machine, and this machine stays reachable."""

from __future__ import annotations

import socket
import warnings

import pytest
from pytest_socket import SocketConnectBlockedError


def test_another_machine_is_refused():
    """192.0.2.0/24 is reserved for documentation: nobody is there, and the refusal comes before the attempt."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as one, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with pytest.raises(SocketConnectBlockedError):
            one.connect(("192.0.2.1", 80))


def test_loopback_is_allowed():
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname(), timeout=5) as client,
    ):
        assert client.getpeername() == server.getsockname()
