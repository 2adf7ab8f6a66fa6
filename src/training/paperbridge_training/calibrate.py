"""Turns what networks made of handwriting they never saw (crossfit.py) into probabilities that hold abroad.

For every alphabet a temperature, and a curve from how far the likeliest class is ahead to how often it is wrong. The
curve is a logistic regression on the cross-fitted networks, which are trained as the shipped one is; what ships is its
upper 95 % bound over resampled writers, and it never promises fewer errors than one in as many images as were read.
Digits are calibrated on European and photographed hands, not on MNIST, because a curve from MNIST promises too much
abroad.

    python3 -m paperbridge_training.calibrate CROSSFIT.npz OUT.json
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import numpy as np
import torch

from .classes import CAPITALS, DIGITS, REJECT
from .net import CharacterNet

SEED = 7
RESAMPLED = 400
BOUND = 0.95
ENOUGH = 1000
WANTED_ERROR = 0.0005
"""Share of wrong among accepted bare characters, as counted out of fold: one in 2,000. Fields are judged by the risk policy instead."""

ALPHABETS = {
    "digits": (("semeion", "isolated-digit"), len(DIGITS) + 1),
    "letters": (("isolated-upper",), len(CAPITALS) + 1),
}
LOG_ODDS = [0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0, 5.5, 6.0, 7.0, 8.0, 9.0, 10.0, 12.0]


def main(crossfit: Path, out: Path) -> None:
    read = np.load(crossfit)
    result: dict = {alphabet: _calibrate(read, *made_of) for alphabet, made_of in ALPHABETS.items()}
    letters, digits = result["letters"], result["digits"]
    result["alphanumeric"] = {
        "temperature": max(letters["temperature"], digits["temperature"]),
        "errors": [
            {"logOdds": a["logOdds"], "wrong": max(a["wrong"], b["wrong"])}
            for a, b in zip(letters["errors"], digits["errors"])
        ],
        "nextShare": min(letters["nextShare"], digits["nextShare"]),
        "acceptFrom": max(letters["acceptFrom"], digits["acceptFrom"]),
        "setBy": "the stricter of digits and letters",
    }
    out.write_text(_one_line_a_row(json.dumps(result, indent=1)) + "\n", encoding="utf-8")
    print(out.read_text(encoding="utf-8"))


def _one_line_a_row(text: str) -> str:
    return re.sub(r"\{\n\s+(\"(?:logOdds|from)\"[^}]*?)\n\s+\}", lambda m: "{" + re.sub(r"\n\s+", " ", m[1]) + "}", text)


def load(model: Path) -> CharacterNet:
    net = CharacterNet()
    net.load_state_dict(torch.load(model))
    return net.eval()


def _calibrate(read: np.lib.npyio.NpzFile, sources: tuple[str, ...], classes: int) -> dict[str, object]:
    chosen = np.isin(read["sources"], sources)
    logits, labels = read["logits"][chosen], read["labels"][chosen]
    temperature = fit_temperature(logits, labels)
    shares = softmax(logits / temperature)
    best = shares.argmax(1)
    taken = best != REJECT
    ahead, wrong = log_odds(shares)[taken], (best != labels)[taken]
    writers = _writers(read["sources"][chosen], read["names"][chosen])[taken]
    least = 1 / taken.sum()
    bound = np.maximum(_upper_bound(ahead, wrong, writers), _counted(ahead, wrong))
    errors = np.minimum.accumulate(np.clip(bound, least, 0.9))
    return {
        "temperature": round(temperature, 4),
        "errors": [{"logOdds": x, "wrong": round(float(e), 6)} for x, e in zip(LOG_ODDS, errors)],
        "nextShare": round(_next_share(shares[taken][wrong], labels[taken][wrong], classes), 3),
        "acceptFrom": round(1 - float(errors[_accepted_from(ahead, wrong)]), 6),
        "setBy": " and ".join(sources) + ", out of fold",
        "images": int((read["plain"][chosen]).sum()),
        "degradedCopies": int((~read["plain"][chosen]).sum()),
        "accuracyUndegraded": round(float((best == labels)[read["plain"][chosen]].mean()), 4),
        "curve": _counts(ahead, wrong, errors),
    }


def _writers(sources: np.ndarray, names: np.ndarray) -> np.ndarray:
    """Semeion's neighbours are by the same people; a photographed character stands for itself and its copies."""
    return np.array([f"{s}-{int(n) // 10}" if s == "semeion" else f"{s}-{n}" for s, n in zip(sources, names)])


def _upper_bound(ahead: np.ndarray, wrong: np.ndarray, writers: np.ndarray) -> np.ndarray:
    """Error probability at LOG_ODDS that 95 % of the curves fitted to resampled writers stay below."""
    random = np.random.default_rng(SEED)
    _, group = np.unique(writers, return_inverse=True)
    grid, curves = np.array(LOG_ODDS), []
    for _ in range(RESAMPLED):
        drawn = np.bincount(random.integers(group.max() + 1, size=group.max() + 1), minlength=group.max() + 1)
        level, slope = fit_logistic(ahead, wrong, drawn[group].astype(float))
        curves.append(level + slope * grid)
    return np.quantile(1 / (1 + np.exp(-np.array(curves))), BOUND, axis=0)


def _counted(ahead: np.ndarray, wrong: np.ndarray) -> np.ndarray:
    """The share of errors among all images at least so far ahead, where enough of them are: no curve may say less."""
    above = [ahead >= x for x in LOG_ODDS]
    return np.array([(wrong[a].sum() + 0.5) / (a.sum() + 1) if a.sum() >= ENOUGH else 0 for a in above])


def fit_logistic(x: np.ndarray, wrong: np.ndarray, weight: np.ndarray) -> tuple[float, float]:
    """Level and slope of log odds of error over x, by Newton's method with a weak pull towards -x."""
    design, target = np.stack([np.ones_like(x), x], axis=1), wrong.astype(float)
    prior, strength = np.array([0.0, -1.0]), np.diag([0.01, 1.0])
    at = prior.copy()
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(design @ at, -40, 40)))
        slope = design.T @ (weight * (target - p)) - strength @ (at - prior)
        bend = (design * (weight * p * (1 - p))[:, None]).T @ design + strength
        step = np.linalg.solve(bend, slope)
        at = at + step
        if np.abs(step).max() < 1e-8:
            break
    return float(at[0]), float(at[1])


def _accepted_from(ahead: np.ndarray, wrong: np.ndarray) -> int:
    """Place in LOG_ODDS from which on the wanted error holds at every higher threshold too."""
    shares = [wrong[ahead >= x].mean() if (ahead >= x).any() else 0.0 for x in LOG_ODDS]
    return next(i for i in range(len(LOG_ODDS)) if max(shares[i:]) <= WANTED_ERROR)


def _next_share(shares: np.ndarray, labels: np.ndarray, classes: int) -> float:
    """How much of an error's probability follows the shares of the other classes rather than all alike."""
    best, row = shares.argmax(1), np.arange(len(labels))
    others = shares[row, labels] / np.maximum(1e-300, 1 - shares[row, best])
    grid = np.linspace(0.05, 0.99, 95)
    fits = [np.log(part * others + (1 - part) / (classes - 1)).sum() for part in grid]
    return float(grid[int(np.argmax(fits))])


def _counts(ahead: np.ndarray, wrong: np.ndarray, errors: np.ndarray) -> list[dict[str, object]]:
    """What the curve promises and what was counted, by how far ahead; for the eye, not for the program."""
    rows, edges = [], [*LOG_ODDS, np.inf]
    for low, high, promised in zip(edges, edges[1:], errors):
        inside = (ahead >= low) & (ahead < high)
        counted, errors_in = int(inside.sum()), int(wrong[inside].sum())
        rows.append({"from": low, "images": counted, "wrong": errors_in, "promised": round(float(promised * counted), 2)})
    return rows


def wrong_at(setting: dict, shares: np.ndarray) -> np.ndarray:
    """How often the likeliest class is wrong, as the reader interpolates it."""
    height = [np.log(p["wrong"] / (1 - p["wrong"])) for p in setting["errors"]]
    return 1 / (1 + np.exp(-np.interp(log_odds(shares), [p["logOdds"] for p in setting["errors"]], height)))


def log_odds(shares: np.ndarray) -> np.ndarray:
    ordered = np.sort(shares, axis=1)
    return np.log(ordered[:, -1]) - np.log(np.maximum(1e-300, ordered[:, :-1].sum(axis=1)))


def fit_temperature(logits: np.ndarray, labels: np.ndarray) -> float:
    grid = np.exp(np.linspace(np.log(0.5), np.log(4), 200))
    losses = [-np.log(softmax(logits / t)[np.arange(len(labels)), labels] + 1e-12).mean() for t in grid]
    return float(grid[int(np.argmin(losses))])


def softmax(logits: np.ndarray) -> np.ndarray:
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:3]))
