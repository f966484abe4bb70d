"""Reading: a page's text in, its articles and their facts out. Pure Python; pipeline.py holds the order.

One setting is made here, since it must stand before numpy is first imported: for matrices as small as the tagger's the
threads of OpenBLAS wait for each other far longer than they compute.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
