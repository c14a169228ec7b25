"""What the fields of requests and letters are called where one of them is refused."""

from guardian_app.errors import GuardianError
from guardian_app.words import Words

_CALLED = {
    "note": "rights.field_note",
    "remind": "rights.remind",
    "date": "rights.came_when",
    "opened": "rights.came_when",
    "detail": "rights.field_detail",
    "name": "rights.person",
    "wish": "rights.wish",
    "kinds": "rights.field_kinds",
    "institution": "rights.field_institution",
}


def field_named(error: GuardianError, words: Words) -> GuardianError:
    """Return ``error`` with its field called as a person sees it."""
    called = _CALLED.get(str(error.values.get("field")))
    if called is None:
        return error
    return type(error)(error.key, **{**error.values, "field": words(called)})
