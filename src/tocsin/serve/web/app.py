"""The application: routes, headers and error pages. Read only, no script, no request to anywhere else."""

from __future__ import annotations

import mimetypes
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape
from starlette.exceptions import HTTPException

from tocsin.errors import NotFoundError, TocsinError, UsageError
from tocsin.serve.web import words
from tocsin.serve.web.basemap import CREDIT
from tocsin.serve.web.desk import Desk, LedgerView
from tocsin.serve.web.dossier import view_dossier
from tocsin.serve.web.hosts import check_host
from tocsin.serve.web.lead import choose_lead, view_lead
from tocsin.serve.web.listing import PAGE_SIZE, view_list
from tocsin.serve.web.query import check_name, read_query
from tocsin.serve.web.reports import view_report
from tocsin.serve.web.svgmap import draw_locator, draw_overview
from tocsin.serve.web.svgtime import draw_band
from tocsin.serve.web.twins import case_json, incidents_csv, incidents_json, incidents_jsonl
from tocsin.serve.web.views import ListView

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'self'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
STATIC = Path(__file__).parent / "static"
TWINS: dict[str, tuple[str, Callable[..., str]]] = {
    "json": ("application/json", incidents_json),
    "jsonl": ("application/jsonl", incidents_jsonl),
    "csv": ("text/csv; charset=utf-8", incidents_csv),
}
LOOPBACK = "127.0.0.1"
NEXT_STEP = "Check the address, or start from the list of incidents."


def make_app(ledger_path: Path, *, read_only: bool = True, host: str = LOOPBACK) -> FastAPI:
    """Make the application for one ledger. Nothing on the pages writes, so ``read_only`` False changes nothing yet.

    ``host`` is the address that will be bound: requests that name another host are refused.

    Raises:
        LedgerError: the ledger cannot be opened.
    """
    from tocsin.ledger import open_ledger  # noqa: PLC0415 - loaded when a ledger is asked for

    return make_app_for(open_ledger(ledger_path, read_only=read_only), host=host)


def make_app_for(ledger: LedgerView, *, host: str = LOOPBACK) -> FastAPI:
    """Make the application over an open ledger, shared by all requests."""
    app = FastAPI(title="Tocsin", docs_url=None, redoc_url=None, openapi_url=None)
    pages = Pages(Desk(ledger))

    async def guard(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
        try:
            check_host(request.headers.get("host"), host)
        except UsageError as error:
            return pages.refuse(request, error)
        return await call_next(request)

    app.middleware("http")(guard)
    app.middleware("http")(_add_headers)  # added last, so outermost: refusals carry the headers as well
    app.add_exception_handler(TocsinError, pages.refuse)
    app.add_exception_handler(HTTPException, pages.refuse_http)

    def get(path: str, answer: Callable[..., Any]) -> None:
        app.add_api_route(path, answer, methods=["GET", "HEAD"], response_model=None)

    get("/", pages.list_page)
    get("/incidents", pages.list_page)
    get("/incidents.{suffix}", pages.list_data)
    get("/incidents/{ident}.json", pages.dossier_data)
    get("/incidents/{ident}", pages.dossier_page)
    get("/reports/{key:path}", pages.report_page)
    get("/about", pages.about_page)
    get("/static/{name}", pages.static_file)
    get("/favicon.ico", lambda: RedirectResponse("/static/favicon.svg", 301))
    return app


async def _add_headers(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
    response = await call_next(request)
    response.headers.update(HEADERS)
    response.headers.setdefault("Cache-Control", "no-store")
    return response


class Pages:
    """Answer requests; one instance an application."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._env = make_environment()

    def list_page(self, request: Request) -> Response:
        """Show the list of incidents, filtered."""
        query = read_query(request.query_params.multi_items())
        page = self._desk.page(query, PAGE_SIZE)
        view = view_list(page, query)
        first = None if view.query or query.page > 1 else choose_lead(page.incidents)
        lead = view_lead(self._desk.sayings(first)) if first else None
        return self._html("list.html", view=view, lead=lead, map_svg=_overview(view), band_svg=_band(view))

    def list_data(self, request: Request, suffix: str) -> Response:
        """Give the same incidents as data, all of them."""
        if suffix not in TWINS:
            known = ", ".join(f".{name}" for name in TWINS)
            raise NotFoundError("E402", "no such form of the list", value=suffix, hint=f"Use one of {known}.")
        query = read_query(request.query_params.multi_items())
        kind, write = TWINS[suffix]
        body = write(self._desk.all(query), base=str(request.base_url).rstrip("/"))
        return Response(body, media_type=kind)

    def dossier_page(self, request: Request, ident: str) -> Response:
        """Show one incident; ``?fragment=1`` gives the panel without the page around it."""
        check_names(request, ("fragment",))
        case = self._desk.case(ident)
        if case.incident.id != ident:
            return RedirectResponse(f"/incidents/{case.incident.id}", 301)
        view = view_dossier(case)
        svg = Markup(draw_locator(view.mark)) if view.mark else ""  # noqa: S704 - svgmap escapes every text
        alone = request.query_params.get("fragment", "") not in ("", "0")
        return self._html("_dossier.html" if alone else "dossier.html", view=view, map_svg=svg)

    def dossier_data(self, request: Request, ident: str) -> Response:
        """Give one incident as data, with its statements, reports and judgements."""
        check_names(request, ())
        case = self._desk.case(ident)
        if case.incident.id != ident:
            return RedirectResponse(f"/incidents/{case.incident.id}.json", 301)
        return JSONResponse(case_json(case, base=str(request.base_url).rstrip("/")))

    def report_page(self, request: Request, key: str) -> Response:
        """Show one report, its sentences numbered, its evidence underlined."""
        check_names(request, ())
        source, incidents = view_report(self._desk.told(key))
        return self._html("report.html", source=source, incidents=incidents)

    def about_page(self, request: Request) -> Response:
        """Explain how to read the pages."""
        check_names(request, ())
        stances = [(words.STANCES[code], note) for code, note in words.STANCE_NOTES.items()]
        return self._html("about.html", rules=words.RULES, stances=stances)

    def static_file(self, name: str) -> Response:
        """Give a style sheet or a picture of the package."""
        known = {path.name: path for path in STATIC.iterdir() if path.is_file()}
        if name not in known:
            raise NotFoundError("E402", "no such file", value=name, hint=NEXT_STEP)
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        return Response(known[name].read_bytes(), media_type=kind, headers={"Cache-Control": "max-age=300"})

    def refuse(self, request: Request, error: Exception) -> Response:
        """Turn an error into a page, or into JSON where data was asked for."""
        assert isinstance(error, TocsinError)
        status = 404 if isinstance(error, NotFoundError) else 400 if isinstance(error, UsageError) else 500
        if request.url.path.endswith((".json", ".jsonl", ".csv")):
            return JSONResponse({"error": error.as_dict()}, status)
        heading = {400: "This address asks for something unknown", 404: "Nothing here by that name"}.get(
            status, "The ledger cannot be read"
        )
        value = f" ({error.as_dict()['value']})" if error.value is not None else ""
        return self._html(
            "message.html",
            status_code=status,
            status=status,
            code=error.code,
            heading=heading,
            message=f"{error.message[:1].upper()}{error.message[1:]}{value}.",
            hint=error.hint or NEXT_STEP,
        )

    def refuse_http(self, request: Request, error: Exception) -> Response:
        """Turn the framework's refusals (no such page, wrong method) into the same pages."""
        assert isinstance(error, HTTPException)
        lost = error.status_code == 404
        if request.url.path.endswith((".json", ".jsonl", ".csv")):
            return JSONResponse({"error": {"code": str(error.status_code), "message": error.detail}}, error.status_code)
        return self._html(
            "message.html",
            status_code=error.status_code,
            status=error.status_code,
            code="",
            heading="There is no such page" if lost else str(error.detail),
            message=f"The address {request.url.path[:120]} leads nowhere." if lost else "This cannot be done here.",
            hint=NEXT_STEP,
        )

    def _html(self, template: str, *, status_code: int = 200, **values: Any) -> HTMLResponse:
        text = self._env.get_template(template).render(map_credit=CREDIT, **values)
        return HTMLResponse(text, status_code)


def check_names(request: Request, known: tuple[str, ...]) -> None:
    """Refuse parameters that a page does not know.

    Raises:
        UsageError: E203, with the nearest known name.
    """
    for name in request.query_params:
        check_name(name, known)


def make_environment() -> Environment:
    """Make the template environment: everything escaped, an unknown name is an error."""
    env = Environment(
        loader=PackageLoader("tocsin.serve.web"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=False,
        lstrip_blocks=True,
    )
    env.filters["field_name"] = lambda kind: words.say(words.FIELDS, kind)
    env.filters["sentence"] = lambda text: f"{text[:1].upper()}{text[1:].rstrip('.')}."
    env.filters["breakable"] = lambda text: escape(text).replace("/", Markup("/<wbr>"))
    return env


def _overview(view: ListView) -> Markup | str:
    return Markup(draw_overview(view.marks)) if view.marks else ""  # noqa: S704 - svgmap escapes every text


def _band(view: ListView) -> Markup:
    return Markup(draw_band(view.bars, n_undated=view.n_undated))  # noqa: S704 - svgtime escapes every text
