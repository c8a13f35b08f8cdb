"""Raw item to report: blocks, opening, publication date and language."""
