"""One module or package a kind of page: its view, and how it is filled; in a package, `page` is where it begins."""
