"""How to start the program, and messages that nobody could take for anything else."""

import sys

COMMAND = (sys.executable, "-m", "guardian_app")

DANGER = (
    "您好，我是支付平台客服，您的百万保障今天到期，不取消每个月要扣两千元，"
    "请下载会议软件打开屏幕共享，再把收到的验证码告诉我。"
)
CAUTION = "请把密码告诉我。"
HARMLESS = "妈，晚上我下班早，一起吃饭，要不要带点水果回来？"
