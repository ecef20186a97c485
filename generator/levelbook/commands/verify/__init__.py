"""Whether what people are served is what was built."""
