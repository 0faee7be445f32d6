"""How the tables came to be, version by version. A migration that was released never changes."""
