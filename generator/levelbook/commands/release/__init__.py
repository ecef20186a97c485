"""The command `levelbook release`: a version of the content, with what it changed, for ever."""
