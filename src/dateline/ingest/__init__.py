"""Bytes to raw items: files, folders and streams as reports to read."""
