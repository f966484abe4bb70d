"""Reading is pure: it loads in a fresh interpreter without Django."""

import subprocess
import sys
from pathlib import Path

PROBE = "import sys, articles.reading.pipeline; sys.exit(any(m.split('.')[0] == 'django' for m in sys.modules))"


def test_reading_loads_without_django():
    root = Path(__file__).resolve().parent.parent
    assert subprocess.run([sys.executable, "-c", PROBE], cwd=root, check=False).returncode == 0
