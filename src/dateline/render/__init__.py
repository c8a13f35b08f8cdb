"""Records for people: tables, pages and frames."""
