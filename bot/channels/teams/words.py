"""What the guide says in Teams and nowhere else."""

from __future__ import annotations

from bot.guidance.says import say

WELCOME = say("welcome")
WELCOME_GROUP = say("welcome_group")
DANGER_GROUP = say("danger_group")
NOT_HERE = (
    "I cannot talk about a case here, because others can read it. I did not keep what you wrote; please delete it. "
    "Talk with me in a private chat, and I will help you there."
)
ONLY_GUIDANCE = say("only_guidance")
PRIVATE_CHAT = "Talk in a private chat"
NO_FILES = "I cannot take files or pictures, and I did not open yours. Tell me in words, without names or addresses."
NOT_READ = "I could not read that card, so nothing was changed. Type your answer, or ask me to start the check."
ALREADY = "I have your answer to that already. Pressing again changed nothing."
EARLIER = "That card belongs to an earlier question, so nothing was changed."
EARLIER_ASKS = EARLIER + ' To change an answer, type "change an answer". This is what I ask now:'
NOTHING_CHOSEN = "Choose an answer on the card, or type one."
NOT_A_DATE = "I could not read that date. Choose the day on the card, or type it, for example 16 November 2026."
BEGUN_ANEW = "Our earlier conversation was closed, because nothing was said in it for a while. This is a new one."
EDITED = say("edited")
EDITED_LINE = "(changed an earlier message in Teams; it now reads:) "
DELETED = 'I saw that you deleted a message. What you told me stays as it is. To change it, type "change an answer".'
DELETED_LINE = "(deleted an earlier message in Teams)"
YOU_ANSWERED = "Answered:"
ANSWERED_BELOW = "Answered below."
NOT_OFFERED = "This card can do nothing more."
NOT_A_LEAD = say("not_a_lead")
