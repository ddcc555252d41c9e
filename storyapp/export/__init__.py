"""THE PAPER: a story becomes PDF, Markdown or pictures."""
