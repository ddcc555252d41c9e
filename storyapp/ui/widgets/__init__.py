"""Small parts that know nothing of stories."""
