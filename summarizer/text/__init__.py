"""Text: tokens, glyphs, alignment, spelling, paragraphs, ids and safe printing."""
