"""The nouns of Guardian: what is checked, what is known, what is answered.

Every noun is a frozen ``msgspec.Struct``: one definition serves as the value that travels between
rooms, as the strict schema of a knowledge file, and as the layout of the built pack.
"""

from guardian_app.model.data import DataGroup, DataKind, Need, Product, Sensitivity, Stage
from guardian_app.model.institution import (
    CallBack,
    Domain,
    Grade,
    Hotline,
    Institution,
    InstitutionKind,
)
from guardian_app.model.message import Channel, Message
from guardian_app.model.number import NumberForm, NumberKind
from guardian_app.model.pack import Ask, Fake, Knowledge, Letters, Source, Weights, Wording
from guardian_app.model.request import Incident, Reading, Reply, Request, RequestState, Step
from guardian_app.model.right import Article, Law, Right, Safeguard, cited
from guardian_app.model.scheme import Scheme, SchemeExamples, SchemeGroup, SchemeSigns
from guardian_app.model.share import Act, Consent, LeakSign, Share, ShareChannel, Trace
from guardian_app.model.sign import SENTENCE_ENDS, Examples, Expression, Patterns, Sign, SignKind
from guardian_app.model.text import Confidence, Language, Text
from guardian_app.model.verdict import (
    Contact,
    Finding,
    Level,
    SchemeMatch,
    Span,
    Unjudged,
    Verdict,
    Where,
)

__all__ = [
    "SENTENCE_ENDS",
    "Act",
    "Article",
    "Ask",
    "CallBack",
    "Channel",
    "Confidence",
    "Consent",
    "Contact",
    "DataGroup",
    "DataKind",
    "Domain",
    "Examples",
    "Expression",
    "Fake",
    "Finding",
    "Grade",
    "Hotline",
    "Incident",
    "Institution",
    "InstitutionKind",
    "Knowledge",
    "Language",
    "Law",
    "LeakSign",
    "Letters",
    "Level",
    "Message",
    "Need",
    "NumberForm",
    "NumberKind",
    "Patterns",
    "Product",
    "Reading",
    "Reply",
    "Request",
    "RequestState",
    "Right",
    "Safeguard",
    "Scheme",
    "SchemeExamples",
    "SchemeGroup",
    "SchemeMatch",
    "SchemeSigns",
    "Sensitivity",
    "Share",
    "ShareChannel",
    "Sign",
    "SignKind",
    "Source",
    "Span",
    "Stage",
    "Step",
    "Text",
    "Trace",
    "Unjudged",
    "Verdict",
    "Weights",
    "Where",
    "Wording",
    "cited",
]
