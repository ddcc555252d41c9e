"""Things: which are there, where by one another, and in what colour."""
