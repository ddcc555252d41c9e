"""Chinese words for what the model can draw."""
