"""From YAML text to values of the model, with every mistake at its line and column."""
