"""Ways out: the machine contract, exports, the API and the pages."""
