"""The handbook in one language: words, names and texts, and why something is not there; no addresses yet."""
