"""Learn what replies mean from data/replies/ (`python -m bot.interview.hear.learning`, under a minute)."""

import hashlib
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from bot.interview.hear.composed import NO_REPLY, composed
from bot.interview.hear.likeness import KEPT, features, words
from bot.interview.hear.model import UNKNOWN
from bot.interview.hear.words import plain
from bot.sentences.encoder import FOLDER, NETWORK

_STRICTNESS = 5.0  # scikit-learn's C
_BORROWED = 0.15  # how much a "don't know" or a digression counts that was said to another question


def fingerprint() -> str:
    """A hash of every composed reply and of the network that reads them."""
    digest = hashlib.sha256((FOLDER / NETWORK).read_bytes())
    for reply in composed():
        digest.update(repr(reply).encode())
    return digest.hexdigest()


def main() -> None:
    """Learn, and keep what was learnt."""
    replies = list(composed())
    counted = words().fit([plain(reply.text) for reply in replies])
    everything = features(counted, [reply.text for reply in replies])
    kept: dict[str, Any] = {
        "learnt_from": np.array(fingerprint()),
        "words": counted.get_feature_names_out().astype(str),
        "rarity": counted.idf_,
    }
    for question in dict.fromkeys(reply.question for reply in replies):
        own = [reply.question == question for reply in replies]
        rows = [place for place, reply in enumerate(replies) if own[place] or reply.meant in ((UNKNOWN,), (NO_REPLY,))]
        weight = [1.0 if own[place] else _BORROWED for place in rows]
        meanings = sorted({name for place in rows for name in replies[place].meant})
        learnt = [
            LogisticRegression(C=_STRICTNESS, max_iter=300).fit(
                everything[rows], [meaning in replies[place].meant for place in rows], sample_weight=weight
            )
            for meaning in meanings
        ]
        kept[f"{question}.meanings"] = np.array(meanings)
        kept[f"{question}.weights"] = np.concatenate([one.coef_ for one in learnt]).astype(np.float16)
        kept[f"{question}.offsets"] = np.concatenate([one.intercept_ for one in learnt])
    np.savez_compressed(KEPT, **kept)


if __name__ == "__main__":
    main()
