"""The people of an article: names, posts and whose they are, roles; and names that only the tagger finds."""
