"""The pages on which people assess themselves, and those that bring assessments together."""
