"""From what was read to rows: which place, official, project or policy an article means.

One row, none or many: none or many is kept as an open question for a curator, never guessed. What is known of a name
is settled from all pages together, so that the order in which pages come in does not matter.
"""
