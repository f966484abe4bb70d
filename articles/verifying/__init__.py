"""Evidence that checks itself: every stored fact held against the raw text of its page."""
