"""Whether a confidence holds: bins, figures and the curve of what was claimed against what was right."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

BINS = 10
SIZE, MARGIN = 360, 46
COLOURS = ("#1f6f8b", "#c8553d")
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Bin:
    """Events of like confidence: how many, what was claimed of them, and what share was right."""

    events: int
    claimed: float
    right: float


@dataclass(frozen=True, slots=True)
class Curve:
    """Bins with the figures over all: calibration error, Brier score (and that of the mean alone), ranking (AUC)."""

    name: str
    bins: tuple[Bin, ...]
    error: float
    brier: float
    brier_of_mean: float
    auc: float


def curve(name: str, claimed: Numbers, right: Numbers) -> Curve:
    """The curve over bins a tenth wide, those that hold somebody."""
    of = np.minimum((claimed * BINS).astype(int), BINS - 1)
    bins = tuple(
        Bin(int((of == number).sum()), float(claimed[of == number].mean()), float(right[of == number].mean()))
        for number in range(BINS)
        if (of == number).any()
    )
    error = sum(abs(one.claimed - one.right) * one.events for one in bins) / len(claimed)
    mean = float(right.mean())
    return Curve(name, bins, error, float(((claimed - right) ** 2).mean()), mean * (1 - mean), _auc(claimed, right))


def _auc(claimed: Numbers, right: Numbers) -> float:
    """How often a right event is above a wrong one; ties count half."""
    above = claimed[right == 1][:, None] - claimed[right == 0][None, :]
    return float((above > 0).mean() + (above == 0).mean() / 2) if above.size else 0.5


def table(curves: list[Curve]) -> str:
    """The figures as Markdown, the bins below."""
    lines = [
        "| | events | right | claimed | calibration error | Brier (mean alone) | AUC |",
        "|---|---|---|---|---|---|---|",
    ]
    for one in curves:
        events = sum(each.events for each in one.bins)
        right = sum(each.right * each.events for each in one.bins) / events
        claimed = sum(each.claimed * each.events for each in one.bins) / events
        brier = f"{one.brier:.3f} ({one.brier_of_mean:.3f})"
        lines.append(
            f"| {one.name} | {events} | {right:.3f} | {claimed:.3f} | {one.error:.3f} | {brier} | {one.auc:.3f} |"
        )
    lines += ["", "| | claimed | right | events |", "|---|---|---|---|"]
    lines += [
        f"| {one.name} | {each.claimed:.2f} | {each.right:.2f} | {each.events} |" for one in curves for each in one.bins
    ]
    return "\n".join(lines) + "\n"


def svg(curves: list[Curve]) -> str:
    """The curves as a picture: claimed to the right, right upwards, the diagonal where both agree."""
    edge = SIZE + 2 * MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {edge} {edge}" font-family="sans-serif" font-size="12">',
        f'<rect width="{edge}" height="{edge}" fill="white"/>',
        f'<path d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" stroke="#999" stroke-dasharray="4 4"/>',
        f'<path d="M{_x(0)} {_y(1)}V{_y(0)}H{_x(1)}" fill="none" stroke="black"/>',
    ]
    for tick in (0, 0.25, 0.5, 0.75, 1):
        parts.append(f'<text x="{_x(tick)}" y="{_y(0) + 16}" text-anchor="middle">{tick:g}</text>')
        parts.append(f'<text x="{_x(0) - 6}" y="{_y(tick) + 4}" text-anchor="end">{tick:g}</text>')
    parts.append(f'<text x="{_x(0.5)}" y="{edge - 10}" text-anchor="middle">confidence</text>')
    parts.append(f'<text transform="rotate(-90)" x="{-_y(0.5)}" y="12" text-anchor="middle">share right</text>')
    for number, (one, colour) in enumerate(zip(curves, COLOURS, strict=False)):
        line = "L".join(f"{_x(each.claimed)} {_y(each.right)}" for each in one.bins)
        parts.append(f'<path d="M{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [
            f'<circle cx="{_x(each.claimed)}" cy="{_y(each.right)}" r="{2 + each.events**0.5 / 3:.1f}" fill="{colour}">'
            f"<title>{each.events} events</title></circle>"
            for each in one.bins
        ]
        parts.append(f'<text x="{_x(0.05)}" y="{_y(0.95) + 18 * number}" fill="{colour}">{one.name}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def _x(value: float) -> float:
    return round(MARGIN + SIZE * value, 1)


def _y(value: float) -> float:
    return round(MARGIN + SIZE * (1 - value), 1)
