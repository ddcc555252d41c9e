"""Work at the engine as jobs, and the pictures that came of it, composed on threads."""
