"""THE CLOCK: one worker thread, one queue, any generator. QtCore only."""
