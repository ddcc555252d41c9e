"""The words of the drawn world: what its concepts are called, and sentences that tell of them."""
