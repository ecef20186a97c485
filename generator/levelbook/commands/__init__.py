"""The command `levelbook`: one module or package a command; only `cli` prints and exits."""
