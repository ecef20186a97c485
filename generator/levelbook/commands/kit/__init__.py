"""Commands for code hosts: their files, and the comment on a pull request."""
