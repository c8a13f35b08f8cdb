"""Coded reports kept on disk: Delta tables that are written by one and read by many."""
