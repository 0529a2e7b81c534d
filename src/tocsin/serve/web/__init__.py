"""The pages: a list of incidents and a dossier for each, written by the server, complete without JavaScript."""
