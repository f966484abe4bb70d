"""Dates that a text names, and the days that they come to."""
