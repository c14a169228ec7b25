"""A small knowledge and verdicts made by hand, for whoever tells them without the engine."""

from guardian_app.model import (
    Ask,
    CallBack,
    Channel,
    Confidence,
    Contact,
    Finding,
    Grade,
    Hotline,
    Institution,
    InstitutionKind,
    Knowledge,
    Letters,
    Level,
    Message,
    Scheme,
    SchemeGroup,
    SchemeMatch,
    SchemeSigns,
    Sign,
    SignKind,
    Span,
    Text,
    Unjudged,
    Verdict,
    Weights,
    Where,
)
from guardian_app.words import Answer

DANGER_TEXT = (
    "【支付客服】您好，您开通的百万保障试用期今日到期，明天起每月自动扣费2000元。"
    "如需取消请加客服，或点击 http://quxiao.example/q 按提示打开屏幕共享办理。"
    "官方提醒：不要把验证码告诉别人。"
)


def _sign(name: str, kind: SignKind, words: Text, why: Text, *, decides=False) -> Sign:
    return Sign(id=name, kind=kind, name=words, why=why, decides=decides)


SIGNS = (
    _sign("trial", SignKind.CLAIM,
          Text("“试用到期”是常见借口", "“Your trial ends” is a common pretext"),
          Text("这类保障多是赠送的，官方不会因为到期向您收钱。",
               "Such cover is usually a gift. The company does not charge you when it ends.")),
    _sign("charge", SignKind.PRESSURE,
          Text("用扣费让人着急", "Fear of being charged"),
          Text("催您马上处理，是让您来不及核实。", "Hurry leaves you no time to check.")),
    _sign("link", SignKind.LINK,
          Text("网址不是官方的", "The link is not official"),
          Text("这个网址不在官方名单里。", "The address is not on the official list."),
          decides=True),
    _sign("screen", SignKind.REQUEST,
          Text("要您打开屏幕共享", "Asks you to share your screen"),
          Text("屏幕一共享，对方就能看到您的验证码和余额。",
               "With your screen they see your codes and your balance."), decides=True),
    _sign("abroad", SignKind.SENDER,
          Text("境外号码冒充境内客服", "A foreign number posing as a local one"),
          Text("国内客服不会用境外号码找您。", "A local company does not call from abroad.")),
    _sign("code", SignKind.REQUEST,
          Text("提到验证码", "Mentions a code"),
          Text("验证码就是您的签名。", "A code is your signature."), decides=True),
    _sign("masked", SignKind.GENUINE,
          Text("只写了部分保单号", "Shows only part of the policy number"),
          Text("真的通知常常把号码遮住一部分。", "Genuine notices often hide part of the number.")),
)  # fmt: skip

SCHEMES = (
    Scheme(
        id="cancel",
        name=Text("冒充客服取消“百万保障”", "Fake help desk that “cancels” an insurance trial"),
        group=SchemeGroup.CORE,
        confidence=Confidence.VERIFIED,
        checked="2026-11-20",
        signs=SchemeSigns(core=("trial",)),
        wants=("screen", "card", "code"),
        goes_on=(
            Text("让您下载会议软件，打开屏幕共享。", "They have you install a meeting app."),
            Text("看着您的屏幕，把钱转走。", "They watch your screen and move your money."),
        ),
        look_alike=Text(
            "真的保障到期不会扣钱，也不用您打电话取消。",
            "When genuine free cover ends, nothing is charged and nothing has to be cancelled.",
        ),
        do=(
            Text("挂断电话，不要点链接，不要下载任何软件。",
                 "Hang up. Open no link and install nothing."),
            Text("用下面的官方号码自己打过去问。", "Call the official number below yourself."),
            Text("已经共享了屏幕，马上关掉手机网络，再打给银行。",
                 "If you already shared your screen, switch off the network and call your bank."),
        ),
        contacts=("pay",),
    ),
    Scheme(
        id="refund",
        name=Text("代理退保", "Refund agency"),
        group=SchemeGroup.CORE,
        confidence=Confidence.PARTIAL,
        checked="2026-11-20",
        signs=SchemeSigns(core=("charge",)),
        wants=(),
        goes_on=(),
        look_alike=Text("退保可以自己办，不收钱。", "You can cancel by yourself, free of charge."),
        do=(Text("自己打给保险公司。", "Call your insurer yourself."),),
    ),
)  # fmt: skip

KNOWLEDGE = Knowledge(
    date="2026-11-20",
    slots={},
    asks=(
        Ask("screen", Text("屏幕共享", "Your screen")),
        Ask("card", Text("银行卡", "Your bank card")),
        Ask("code", Text("短信验证码", "Codes sent to your phone")),
    ),
    signs=SIGNS,
    schemes=SCHEMES,
    institutions=(
        Institution(
            id="pay", kind=InstitutionKind.PAYMENT_PLATFORM, country="CN",
            name=Text("示例支付", "Example Pay"), status=Text("在营", "active"), grade=Grade.HIGH,
            checked="2026-11", hotlines=(Hotline("95000", CallBack.YES, Grade.HIGH),),
            sources=("https://pay.example",),
        ),
        Institution(
            id="life", kind=InstitutionKind.LIFE, country="CN",
            name=Text("示例人寿保险股份有限公司", "Example Life Insurance Company Limited"),
            status=Text("在营", "active"), grade=Grade.MEDIUM, checked="2026-11",
            hotlines=(Hotline("400-000-0000", CallBack.CHECK, Grade.MEDIUM),),
        ),
    ),
    numbers=(),
    fakes=(),
    sources=(),
    letters=Letters("", "", {}),
    weights=Weights(0.0, 0.5, 0.9, {}),
)  # fmt: skip


def finding(sign: str, text: str, words: str, where: Where = Where.TEXT, detail=None) -> Finding:
    """A finding of ``sign`` at every place of ``words`` in ``text``."""
    start = text.index(words) if words else 0
    spans = (Span(start, start + len(words)),) if words else ()
    return Finding(sign, spans, 1.0, where, detail)


def verdict(level: Level, **fields) -> Verdict:
    """A verdict with nothing in it but ``fields``."""
    empty = {
        "reasons": (), "genuine": (), "quoted": (), "schemes": (), "wants": (), "claimed": (),
        "contacts": (), "unjudged": (), "judged": 0, "knowledge_date": "2026-11-20",
    }  # fmt: skip
    scores = {Level.UNKNOWN: 0.1, Level.CAUTION: 0.6, Level.DANGER: 0.97}
    return Verdict(level=level, score=scores[level], **(empty | fields))


def danger(text: str = DANGER_TEXT) -> Answer:
    """A full answer at danger to ``text``, which must contain ``DANGER_TEXT``."""
    message = Message(text, "+85200000000", Channel.SMS)
    return Answer(
        message,
        verdict(
            Level.DANGER,
            reasons=(
                finding("trial", text, "百万保障试用期今日到期"),
                finding("charge", text, "每月自动扣费2000元"),
                finding("link", text, "http://quxiao.example/q", detail=Text(
                    "quxiao.example 不是示例支付的网址，官方网址是 pay.example。",
                    "quxiao.example is not Example Pay's address, which is pay.example.")),
                finding("screen", text, "打开屏幕共享"),
                finding("abroad", message.sender, "+852", Where.SENDER),
            ),
            quoted=(finding("code", text, "不要把验证码告诉别人"),),
            schemes=(SchemeMatch("cancel", 0.6), SchemeMatch("refund", 0.55)),
            wants=("screen", "card", "code"),
            claimed=("pay",),
            contacts=(
                Contact("pay", "95000", CallBack.YES),
                Contact("life", "400-000-0000", CallBack.CHECK),
            ),
            unjudged=(Unjudged.SENDER_PROVES_NOTHING, Unjudged.LINK_NOT_OPENED),
            judged=len(text),
        ),
        KNOWLEDGE,
    )  # fmt: skip


def caution() -> Answer:
    """An answer at caution."""
    text = "有人打来电话，说我的保单可以全额退，先交三千元手续费，他来帮我办。"
    return Answer(
        Message(text),
        verdict(
            Level.CAUTION,
            reasons=(finding("charge", text, "先交三千元手续费"),),
            genuine=(finding("masked", text, ""),),
            schemes=(SchemeMatch("refund", 0.4),),
            wants=("card",),
            contacts=(Contact("life", "400-000-0000", CallBack.CHECK),),
            unjudged=(Unjudged.NO_SENDER, Unjudged.TOO_SHORT),
            judged=len(text),
        ),
        KNOWLEDGE,
    )


def unknown(text: str = "您的保单今年的保费已经扣款成功，感谢您的支持。") -> Answer:
    """An answer at the lowest level."""
    return Answer(
        Message(text),
        verdict(Level.UNKNOWN, unjudged=(Unjudged.NO_SENDER,), judged=len(text)),
        KNOWLEDGE,
    )
