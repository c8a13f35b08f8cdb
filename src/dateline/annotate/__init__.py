"""What the text shows: tokens, predicates, names, times, places and quotes."""
