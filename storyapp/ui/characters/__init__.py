"""The cast: a card for everybody, portraits, looks, names."""
