"""Every sentence of ours that a person reads, in both languages, and a verdict told in them.

The sentences lie in ``resources/i18n/*.toml``: one table a sentence, ``zh`` and ``en`` in it, with
named placeholders in braces. They are plain text; nothing that a person typed is ever looked up
here, and what is filled in is shown as it stands. The window and the command line share them, and
the ``Report`` that ``tell`` makes of a verdict: they only differ in how they draw it.
"""

from guardian_app.words.report import Answer, Call, Mark, Reason, Report, tell
from guardian_app.words.sentences import Words, load_sentences

__all__ = [
    "Answer",
    "Call",
    "Mark",
    "Reason",
    "Report",
    "Words",
    "load_sentences",
    "tell",
]
