"""How commands change a data folder: what changes as values, shown as a difference, written together, kept for undo."""
