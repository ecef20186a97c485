"""Where a site is published: inside MkDocs, or as plain files in a folder."""
