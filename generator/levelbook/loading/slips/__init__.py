"""Slips of YAML as it is written: what people typed, read from the lines themselves, and the one right cure."""
