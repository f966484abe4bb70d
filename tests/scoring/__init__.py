"""Scores readings against gold: how many lines, articles, people, posts, places, projects … are found and right.

`python -m tests.scoring` prints the figures of the sample pages; tests/test_floors.py holds them above their floors.
"""
