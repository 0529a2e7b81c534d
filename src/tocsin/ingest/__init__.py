"""Bytes in: files, folders and rows become reports, one coded failure for each that cannot."""
