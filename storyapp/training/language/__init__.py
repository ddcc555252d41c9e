"""The words of the drawn world: names of its concepts, and generated sentences about them."""
