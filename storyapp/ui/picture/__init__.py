"""A picture: small in the story, large on a page of its own, taken apart in the panel beside it."""
