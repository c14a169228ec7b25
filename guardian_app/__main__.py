"""Wires the parts together: the command line for everybody, the window for who asks for it."""

import sys

from guardian_app.cli import run
from guardian_app.guardian import Guardian


def _open_window(door: Guardian) -> int:
    # Qt takes longer to load than a message takes to check.
    from guardian_app.ui import run_window  # noqa: PLC0415

    return run_window(door)


def main() -> None:
    """Run Guardian with the arguments of this process, and end it with the exit status."""
    if getattr(sys, "frozen", False):  # the processes of ``screen --jobs`` in an installed program
        from multiprocessing import freeze_support  # noqa: PLC0415

        freeze_support()
    sys.exit(run(sys.argv[1:], _open_window))


if __name__ == "__main__":
    main()
