"""Bytes to raw items: files, folders and streams, one input format to a file."""
