"""The places that an article names, to the village, and those it is about."""
