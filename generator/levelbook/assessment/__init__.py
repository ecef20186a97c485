"""Self-assessment: what can be rated in a handbook, by which scale and in which wording."""
