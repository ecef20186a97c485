"""The plugin for MkDocs and ProperDocs; nothing else in the package knows them."""
