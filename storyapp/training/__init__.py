"""Makes the weights; nothing in the program imports it but the command line."""
