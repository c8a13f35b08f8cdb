"""Hands coded records on in the formats that other projects' scripts already read."""
