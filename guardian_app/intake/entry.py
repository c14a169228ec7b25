"""What every reader yields, what it is looking for in a file, and how much it will swallow."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol, TypeAlias

from guardian_app.intake.source import Source
from guardian_app.model import Channel, Message

# The id a row brings along, or else the number of the line on which it begins.
EntryId: TypeAlias = int | str
Entry: TypeAlias = tuple[EntryId, Message]

# Names of columns as exports from phones, spreadsheets and research sets write them; the first
# that a file has is taken.
TEXT_NAMES = (
    "text",
    "message",
    "content",
    "body",
    "sms",
    "msg",
    "短信",
    "短信内容",
    "消息",
    "消息内容",
    "内容",
    "正文",
    "文本",
)
ID_NAMES = ("id", "编号", "序号")
SENDER_NAMES = ("sender", "from", "number", "发件人", "发送方", "发送号码", "号码", "来电号码")
CHANNEL_NAMES = ("channel", "渠道")

_CHANNELS = {channel.value: channel for channel in Channel}


class Reader(Protocol):
    """Reads one kind of file; stateless, so one instance serves everybody."""

    @property
    def endings(self) -> tuple[str, ...]:
        """Return the file endings it stands for, lower case, with their dot."""

    def read(self, source: Source) -> Iterator[Entry]:
        """Yield the messages in the order of the file; raise InputError at the first bad row."""


def pick(names: Iterable[str], wanted: tuple[str, ...]) -> str | None:
    """Return the name in a file that means one of ``wanted``, or None when there is none."""
    written: Mapping[str, str] = {name.strip().casefold(): name for name in names}
    return next((written[name] for name in wanted if name in written), None)


def to_channel(value: object) -> Channel | None:
    """Return the channel of that name; a name we do not know says nothing."""
    return _CHANNELS.get(value) if isinstance(value, str) else None
