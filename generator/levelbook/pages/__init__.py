"""One module or package a kind of page: its view, and how it is filled. No page imports another."""
