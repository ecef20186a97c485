"""The command `levelbook`: one module or package a command, whose results only `cli` prints."""
