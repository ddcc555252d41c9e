"""Names: which words are names, whose they are, and who says "I"."""
