"""Words: what the lexicon knows, which sense is meant where, what is denied or only talked of."""
