"""The command `levelbook diff`: what changed between two states of a handbook, and whom it concerns."""
