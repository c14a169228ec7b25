"""Everything that must hold before a change lands; the runner's own summary comes last.

packaging/linux/deps.sh && uv run tests/run.py
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STEPS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
    ("guardian", "knowledge", "check"),
    ("pytest", "-q"),
)


def main() -> int:
    """Run the steps; stop at the first that fails and return its exit code."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    for step in STEPS:
        print("$", *step, flush=True)
        code = subprocess.run(step, cwd=ROOT, env=environment, check=False).returncode
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
