"""THE DESK: the window and its panels."""
