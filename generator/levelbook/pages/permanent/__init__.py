"""The pages behind permanent codes."""
