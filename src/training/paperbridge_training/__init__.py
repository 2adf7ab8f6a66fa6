"""Training of the character recogniser that Paperbridge ships."""
