"""One sighting of a sign, before it is judged."""

from msgspec import Struct

from guardian_app.model import Text, Where


class Seen(Struct, frozen=True):
    """A sign at ``start`` to ``end`` of the normalised text, or of the sender as it was given."""

    sign: str
    start: int
    end: int
    where: Where = Where.TEXT
    detail: Text | None = None
