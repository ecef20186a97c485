"""The pages of shared concepts."""
