"""Which wording each translation was made from."""
