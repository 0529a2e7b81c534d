"""Find mentions of attacks and their particulars, as statements with spans."""
