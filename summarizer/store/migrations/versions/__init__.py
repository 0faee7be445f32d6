"""One module for each version, named after it."""
