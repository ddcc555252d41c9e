"""Before a story is open: the first page, templates, texts from elsewhere."""
