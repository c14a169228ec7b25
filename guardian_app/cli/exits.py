"""What the program answers to whoever started it. Documented; scripts rely on it."""

from enum import IntEnum

from guardian_app.model import Level


class Exit(IntEnum):
    """Exit statuses: the first three are verdicts of ``check``, the others as in sysexits.h."""

    DONE = 0
    CAUTION = 1
    DANGER = 2
    USAGE = 64
    BAD_INPUT = 65
    NO_DISPLAY = 69
    OUR_FAULT = 70
    INTERRUPTED = 130
    NOBODY_READS = 141


OF_LEVEL = {Level.UNKNOWN: Exit.DONE, Level.CAUTION: Exit.CAUTION, Level.DANGER: Exit.DANGER}
