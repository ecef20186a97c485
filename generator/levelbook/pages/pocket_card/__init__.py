"""The pocket card of a level: one sheet of A4 with both sides, folded in three."""
