"""The command `check --fix`: writes what is safe to write, shows what a person has to decide."""
