"""Reanchoring."""
