"""Every address that was ever published answers."""
