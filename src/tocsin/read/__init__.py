"""Language work inside one report: parts, sentences, quotations, who is quoted, and the date it speaks from."""
