"""From the handbook to pages: what stands where, under which address, in which words."""
