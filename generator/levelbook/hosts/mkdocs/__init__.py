"""The plugin; nothing else in the package knows MkDocs."""
