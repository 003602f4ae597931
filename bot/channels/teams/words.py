"""What the guide says in Teams and nowhere else."""

from __future__ import annotations

WELCOME = (
    "**Should I refer?** I help you work out whether a child's death or serious harm should be considered for a "
    "Local Child Safeguarding Practice Review, why, and by when.\n\n"
    "I am an automated guide, not a person. My answers were written beforehand from the law and published guidance, "
    "and each one says where it comes from. A safeguarding lead decides, not I.\n\n"
    "**If a child is in danger now, call 999 first.**\n\n"
    "Tell me what happened, ask a question, or start the check. Please give no names, addresses or dates of birth."
)
WELCOME_GROUP = (
    "I answer questions about referring a case for a Local Child Safeguarding Practice Review. Mention me and ask. "
    "**Do not write about a case here**: others can read it. For a case, talk with me in a private chat."
)
DANGER_GROUP = (
    "**If a child is in danger now, call 999.** Then tell the council's children's services. Do not write about the "
    "child here: others can read it."
)
NOT_HERE = (
    "I cannot talk about a case here, because others can read it. I did not keep what you wrote; please delete it. "
    "Talk with me in a private chat, and I will help you there."
)
ONLY_GUIDANCE = (
    "Here I answer questions about the guidance, for example: who can refer a case? For anything else, talk with me "
    "in a private chat."
)
PRIVATE_CHAT = "Talk in a private chat"
NO_FILES = "I cannot take files or pictures, and I did not open yours. Tell me in words, without names or addresses."
NOT_READ = "I could not read that card, so nothing was changed. Type your answer, or ask me to start the check."
ALREADY = "I have your answer to that already. Pressing again changed nothing."
EARLIER = "That card belongs to an earlier question, so nothing was changed."
EARLIER_ASKS = EARLIER + ' To change an answer, type "change an answer". This is what I ask now:'
NOTHING_CHOSEN = "Choose an answer on the card, or type one."
NOT_A_DATE = "I could not read that date. Choose the day on the card, or type it, for example 16 November 2026."
BEGUN_ANEW = "Our earlier conversation was closed, because nothing was said in it for a while. This is a new one."
EDITED = (
    "I saw that you changed a message. I have noted its new words for your safeguarding lead, but the answers stay as "
    'they are. To change one, type "change an answer".'
)
EDITED_LINE = "(changed an earlier message in Teams; it now reads:) "
DELETED = 'I saw that you deleted a message. What you told me stays as it is. To change it, type "change an answer".'
DELETED_LINE = "(deleted an earlier message in Teams)"
FAILED = (
    "I am sorry, something went wrong here and I could not take your last message. The reference is {incident}. "
    "Everything you told me before is kept. Please try again. If a child is in danger now, call 999."
)
YOU_ANSWERED = "Answered:"
ANSWERED_BELOW = "Answered below."
NOT_OFFERED = "This card can do nothing more."
NOT_A_LEAD = "This Teams account is not known as a safeguarding lead's. Ask your administrator, or use the inbox."
