"""The book: story, plan, codes, edits and the `.story` file. Standard library only: no Qt, no torch."""
