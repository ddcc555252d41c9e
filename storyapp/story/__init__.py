"""THE BOOK: what a story is. Standard library only: no Qt, no torch."""
