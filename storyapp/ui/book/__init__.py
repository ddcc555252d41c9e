"""“Make a book …”."""
