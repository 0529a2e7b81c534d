"""``tocsin serve``: a ledger in the browser, on this machine only."""

from __future__ import annotations

import ipaddress
import socket
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tocsin.cli.options import STATUS, gather_settings, quiet_option
from tocsin.cli.output import say
from tocsin.errors import InputError, NotFoundError, UsageError

if TYPE_CHECKING:
    from fastapi import FastAPI


@click.command("serve", epilog=STATUS)
@click.argument("ledger", metavar="DB", required=False)
@click.option("--port", "-p", type=click.IntRange(0, 65535), help="Port; 0 for any free one. [default: 8001]")
@click.option("--host", "-h", metavar="ADDRESS", help="Address to bind. [default: 127.0.0.1]")
@click.option("--open", "-o", "open_it", is_flag=True, help="Open the browser.")
@click.option("--get", "path", metavar="PATH", help="Print what PATH gives, such as /, and end; no port is opened.")
@click.option("--allow-remote", is_flag=True, help="Allow an address that other machines can reach.")
@quiet_option
@click.help_option("--help")
def command(
    *,
    ledger: str | None,
    port: int | None,
    host: str | None,
    open_it: bool,
    path: str | None,
    allow_remote: bool,
    quiet: bool,
) -> int:
    """Show a ledger in the browser. Nothing leaves this machine.

    \b
    tocsin serve my.db
    tocsin serve my.db -p 0 -o
    tocsin serve my.db --get /

    There is no password. An address that other machines can reach is therefore refused unless --allow-remote says
    that something else, such as a proxy that asks for one, keeps strangers out.
    """  # noqa: D301 - \b keeps lines as they are
    settings = gather_settings(db=ledger, host=host, port=port)
    app = make_app(settings.db, settings.host)
    if path is not None:
        return print_page(app, path)
    refuse_remote(settings.host, allowed=allow_remote)
    run_server(app, settings.host, settings.port, open_it=open_it, quiet=quiet)
    return 0


def make_app(path: str, host: str) -> FastAPI:
    """Make the web application over a ledger, which is opened for reading; it answers to ``host`` and to loopback.

    Raises:
        LedgerError: E305, there is no such ledger; and what else a ledger refuses.
    """
    from tocsin.serve.web import make_app as make

    app: FastAPI = make(Path(path), read_only=True, host=host)
    return app


def refuse_remote(host: str, *, allowed: bool) -> None:
    """Refuse an address that other machines can reach, unless that was allowed in words.

    Raises:
        UsageError: E208.
    """
    if allowed or is_loopback(host):
        return
    raise UsageError(
        "E208",
        "other machines could reach this address, and the pages ask for no password",
        value=host,
        place="--host",
        hint="Leave --host out, or add --allow-remote where something else keeps strangers out.",
    )


def is_loopback(host: str) -> bool:
    """Tell whether only this machine reaches an address."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def run_server(app: FastAPI, host: str, port: int, *, open_it: bool, quiet: bool = False) -> None:
    """Serve until interrupted; the address is printed once the port is bound.

    Raises:
        InputError: E111, the port is taken or may not be used.
    """
    import uvicorn

    with bind_socket(host, port) as bound:
        shown = f"[{host}]" if ":" in host else host
        address = f"http://{shown}:{bound.getsockname()[1]}/"
        say(f"{address}  (Ctrl-C ends it)", quiet=quiet)
        if open_it:
            _open_soon(address)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
        with suppress(KeyboardInterrupt):  # the way it is meant to end
            server.run(sockets=[bound])


def bind_socket(host: str, port: int) -> socket.socket:
    """Bind a port before anything is promised.

    Raises:
        InputError: E111.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host.strip("[]"), port))
        bound.listen()  # from here on a browser's request waits instead of being refused
    except OSError as error:
        bound.close()
        reason = (error.strerror or str(error)).lower()
        hint = "Choose another one with -p, or -p 0 for any free one."
        raise InputError("E111", f"the port cannot be used: {reason}", value=port, place=host, hint=hint) from error
    return bound


def print_page(app: FastAPI, path: str) -> int:
    """Print what a path gives, without a port; a page that is not there is an error.

    Raises:
        NotFoundError: E402.
    """
    import asyncio

    status, body = asyncio.run(ask(app, path))
    if status >= 400:
        raise NotFoundError("E402", f"this path answers {status}", value=path, hint="Try --get / for the list.")
    click.echo(body, nl=not body.endswith(b"\n"))
    return 0


async def ask(app: FastAPI, path: str) -> tuple[int, bytes]:
    """Send one GET request straight to the application; give status and body."""
    bare, _, query = path.partition("?")
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
        "path": bare if bare.startswith("/") else f"/{bare}", "raw_path": bare.encode(), "root_path": "",
        "query_string": query.encode(), "headers": [(b"host", b"127.0.0.1")],
        "client": ("127.0.0.1", 0), "server": ("127.0.0.1", 80),
    }  # fmt: skip
    status, body = 500, bytearray()

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        nonlocal status
        if message["type"] == "http.response.start":
            status = message["status"]
        elif message["type"] == "http.response.body":
            body.extend(message.get("body", b""))

    await app(scope, receive, send)
    return status, bytes(body)


def _open_soon(address: str) -> None:
    """Open the browser beside the server; where there is none, the printed address is enough."""
    import threading
    import webbrowser

    threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
