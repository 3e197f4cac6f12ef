"""Named entities as spaCy's recogniser finds them, decoded for all paragraphs at once.

The recogniser takes one of some seventy actions a word (begin, in, last, unit, out, by kind of entity). spaCy asks for
each of them, word by word, whether it is allowed, and takes Python's lock for every question, which is most of the
time. Here the actions of all paragraphs at one place are scored and chosen together: the same weights, the same sums
in the same order, the same choice. Which recognisers that covers says `EntityLabeller.of`; others stay spaCy's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc

RECOGNISER = "ner"
EARLIER = frozenset({"tok2vec", "tagger", "morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer"})
"""Components that set no entities, so that the recogniser finds none there."""
CLOSED = 4
"""States without an open entity, by two questions: may one begin here and go on; may one stand here at all."""


class EntityLabeller:
    """Gives each word of parsed paragraphs the label of its entity."""

    def __init__(self, recogniser: Any) -> None:
        import numpy

        self._numpy = numpy
        self._tok2vec, self._lower, self._upper = recogniser.model.layers
        moves = recogniser.moves
        actions = [moves.get_class_name(number).partition("-")[::2] for number in range(moves.n_moves)]
        self._labels = [label for _, label in actions]
        kinds = [label for label in dict.fromkeys(self._labels) if label]
        self._kind = numpy.array([kinds.index(label) if label else -1 for label in self._labels])
        self._opens = numpy.array([action == "B" for action, _ in actions])
        self._closes = numpy.array([action == "L" for action, _ in actions])
        allowed = [_closed(actions, stands, goes_on) for stands in (False, True) for goes_on in (False, True)]
        allowed += [_open(actions, kind, goes_on) for kind in kinds for goes_on in (False, True)]
        self._barred = numpy.where(allowed, numpy.float32(0), numpy.float32("-inf"))

    @classmethod
    def of(cls, pipeline: Language) -> Self | None:
        """The labeller for the pipeline's recogniser; None where it has none, or one of another build."""
        from spacy.pipeline import EntityRecognizer

        if (
            not pipeline.pipe_names
            or pipeline.pipe_names[-1] != RECOGNISER
            or not EARLIER.issuperset(pipeline.pipe_names[:-1])
        ):
            return None
        recogniser: Any = pipeline.get_pipe(RECOGNISER)
        return cls(recogniser) if type(recogniser) is EntityRecognizer and _is_covered(recogniser) else None

    def labels(self, docs: Sequence[Doc], *, batch: int) -> Iterator[list[str]]:
        """For each paragraph the label of every token, "" outside entities."""
        remaining = iter(docs)
        while some := list(islice(remaining, batch)):
            actions = self._actions(some)
            for doc in some:
                yield [self._labels[action] for action in actions[: len(doc)].tolist()]
                actions = actions[len(doc) :]

    def _actions(self, docs: list[Doc]) -> NDArray[Any]:
        """The number of the action at every token of the paragraphs, one behind the other."""
        numpy = self._numpy
        lengths = numpy.array([len(doc) for doc in docs])
        offsets = numpy.cumsum(lengths) - lengths
        taken: NDArray[Any] = numpy.zeros(int(lengths.sum()), dtype=int)
        if not len(taken):
            return taken
        features, bias, pieces = self._features(docs)
        codes = _codes(docs)
        active = numpy.flatnonzero(lengths)
        first, kind = numpy.full(len(docs), -1), numpy.full(len(docs), -1)  # of the open entity
        for place in range(int(lengths.max())):
            active = active[lengths[active] > place]
            here, start = offsets[active] + place, first[active]
            summed = features[here + 1, 0] + features[start + 1, 1]
            summed += features[numpy.where(start < 0, 0, here), 2]
            summed += bias
            hidden = summed.reshape(len(active), -1, pieces).max(axis=2)
            scores = self._upper.ops.gemm(hidden, self._upper.get_param("W"), trans2=True) + self._upper.get_param("b")
            code = codes[here]
            state = numpy.where(start < 0, code, CLOSED + 2 * kind[active] + code % 2)
            action = (scores + self._barred[state]).argmax(axis=1)
            taken[here] = action
            opened, closed = active[self._opens[action]], active[self._closes[action]]
            first[opened], kind[opened] = offsets[opened] + place, self._kind[action[self._opens[action]]]
            first[closed] = -1
        return taken

    def _features(self, docs: list[Doc]) -> tuple[NDArray[Any], NDArray[Any], int]:
        """For each token, behind the padding, what it adds as next word, first and last word of an entity."""
        weighed = self._lower.predict(self._tok2vec.predict(docs))
        tokens, places, hidden, pieces = weighed.shape
        return weighed.reshape(tokens, places, hidden * pieces), self._lower.get_param("b").reshape(-1), pieces


def _closed(actions: list[tuple[str, str]], stands: bool, goes_on: bool) -> list[bool]:
    """Which actions may be taken outside an entity."""
    return [
        action == "O" or (bool(label) and stands and (action == "U" or (action == "B" and goes_on)))
        for action, label in actions
    ]


def _open(actions: list[tuple[str, str]], kind: str, goes_on: bool) -> list[bool]:
    """Which actions may be taken inside an entity of that kind."""
    return [label == kind and (action == "L" or (action == "I" and goes_on)) for action, label in actions]


def _is_covered(recogniser: Any) -> bool:
    """Whether the recogniser is greedy, on the processor, with vectors of its own and the usual three layers."""
    layers = recogniser.model.layers
    return (
        recogniser.cfg.get("beam_width", 1) == 1
        and len(layers) == 3
        and layers[1].name == "precomputable_affine"
        and (layers[1].get_dim("nF"), layers[2].name) == (3, "linear")
        and layers[1].get_dim("nP") > 1
        and not recogniser.model.attrs.get("unseen_classes")
        and layers[0].ops.device_type == "cpu"
        and not any("listener" in node.name for node in recogniser.model.walk())
    )


def _codes(docs: list[Doc]) -> NDArray[Any]:
    """For each token 1 if an entity may go on behind it, and 2 more if one may begin at it."""
    import numpy

    codes: list[NDArray[Any]] = []
    for doc in docs:
        starts, spaces = doc.to_array(["SENT_START", "IS_SPACE"]).astype("int64").T
        goes_on = numpy.append(starts[1:] != 1, False)
        codes.append(goes_on + 2 * (spaces == 0))
    joined: NDArray[Any] = numpy.concatenate(codes)
    return joined
