"""People and animals: who is there, whom a pronoun means, what they do, feel and wear."""
