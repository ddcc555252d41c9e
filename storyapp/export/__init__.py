"""THE PAPER: a story becomes PDF, EPUB, DOCX or pictures."""
