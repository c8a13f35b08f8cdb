"""How data files become tables: what an analyst edits, checked and typed."""
