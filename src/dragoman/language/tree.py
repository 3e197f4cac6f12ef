"""The dependency tree as plain lists.

Labels are those of the ClearNLP scheme that spaCy's English pipelines use.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

NOMINAL_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(slots=True)
class Tree:
    """One list per attribute, indexed by word; `head[i] == i` marks a root."""

    text: list[str] = field(default_factory=list)
    lemma: list[str] = field(default_factory=list)
    tag: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    dep: list[str] = field(default_factory=list)
    head: list[int] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    entity: list[str] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    children: list[list[int]] = field(default_factory=list)
    left: list[int] = field(default_factory=list)
    right: list[int] = field(default_factory=list)
    _linked: bool = False

    def __len__(self) -> int:
        return len(self.text)

    def kids(self, index: int, *labels: str) -> list[int]:
        """The direct dependents with one of the labels, in the order of the text."""
        dep = self.dep
        return [child for child in self.children[index] if dep[child] in labels]

    def kid(self, index: int, *labels: str) -> int | None:
        """The first direct dependent with one of the labels."""
        dep = self.dep
        return next((child for child in self.children[index] if dep[child] in labels), None)

    def above(self, index: int) -> Iterator[int]:
        """The governors of a word, nearest first."""
        while self.head[index] != index:
            index = self.head[index]
            yield index

    def attach(self, index: int, head: int, label: str) -> None:
        """Hang a word on another head; call `link` when all repairs are done."""
        self._linked = self._linked and self.head[index] == head
        self.head[index], self.dep[index] = head, label

    def link(self) -> None:
        """Compute children and the edges of every subtree from the heads, if any has changed."""
        if self._linked:
            return
        self._linked = True
        size = len(self.text)
        self.children = [[] for _ in range(size)]
        self.left, self.right = list(range(size)), list(range(size))
        for index, head in enumerate(self.head):
            if head != index:
                self.children[head].append(index)
        for index in self._bottom_up():
            head = self.head[index]
            if head != index:
                self.left[head] = min(self.left[head], self.left[index])
                self.right[head] = max(self.right[head], self.right[index])

    def _bottom_up(self) -> list[int]:
        order = [index for index, head in enumerate(self.head) if head == index]
        for index in order:  # grows while it is read: breadth first from the roots
            order.extend(self.children[index])
        return order[::-1]
