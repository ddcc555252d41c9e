"""What helps: keys and mouse, a tour, about the program."""
