"""The style of the book."""
