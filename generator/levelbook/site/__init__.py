"""Which pages a handbook has, where they stand and how they are linked."""
