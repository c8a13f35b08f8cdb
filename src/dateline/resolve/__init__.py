"""What it refers to: mentions become entities with country and sector."""
