"""The pages: a list of incidents and a dossier for each, written by the server, complete without JavaScript."""

from tocsin.serve.web.app import make_app, make_app_for

__all__ = ["make_app", "make_app_for"]
