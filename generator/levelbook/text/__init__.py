"""Chinese and inline text: the only part that segments or parses it; it knows nothing of handbooks."""
