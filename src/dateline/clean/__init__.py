"""Raw item to report: the final text, its blocks and what it says of itself."""
