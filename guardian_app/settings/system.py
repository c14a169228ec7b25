"""Which language the machine speaks, as far as it tells a program without a window."""

import locale
import os
import sys
from collections.abc import Mapping

from guardian_app.model import Language

_PLACES = ("LC_ALL", "LC_MESSAGES", "LANG")
_NOBODY = {"", "C", "POSIX"}


def system_language(environment: Mapping[str, str] | None = None) -> Language:
    """Return the language of the machine; Chinese where it does not say.

    Most people whom Guardian is for read Chinese, so silence (a bare ``C`` locale) means Chinese.
    """
    places = os.environ if environment is None else environment
    for place in _PLACES:
        name = places.get(place, "").split(".")[0]
        if name not in _NOBODY:
            return _language(name)
    # elsewhere a bare "C" would be answered with "en_US"
    is_windows = environment is None and sys.platform == "win32"
    name = (locale.getlocale()[0] or "") if is_windows else ""
    return Language.ZH if name in _NOBODY else _language(name)


def _language(name: str) -> Language:
    # Windows says "Chinese (Simplified)_China", everybody else "zh_CN".
    return Language.ZH if name.lower().startswith(("zh", "chinese")) else Language.EN
