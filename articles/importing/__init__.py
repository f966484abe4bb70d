"""From files to stored pages.

files.py finds and reads them, manifest.py reads what an operator says of them, identity.py decides what page a file is,
storing.py writes one page in one transaction, run.py goes through all files and keeps the ledger.
"""
