"""Addresses that were published and that no page of today has: what each leads to, and what became of its anchors."""
