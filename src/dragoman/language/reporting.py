"""Repairs of verbs of reporting that the parser hangs somewhere inside what they report."""

from __future__ import annotations

from dragoman.language.tree import FINITE_TAGS, NOMINAL_TAGS, Tree

#: verbs of reporting that stand behind or after what they report, without an object of their own
REPORTING = frozenset(
    {"say", "report", "add", "tell", "write", "announce", "state", "claim", "confirm", "quote", "note"}
)
#: verbs that stand as an aside in what they report
ASIDE_REPORTS = REPORTING | frozenset(
    {
        "argue", "believe", "think", "insist", "warn", "contend", "maintain", "suggest", "acknowledge", "concede",
        "admit", "explain", "observe", "recall", "complain", "predict", "stress", "suspect", "hope", "fear", "reckon",
        "conclude", "declare", "assert", "remark", "allege", "estimate", "find", "promise", "vow", "caution",
    }
)  # fmt: skip
#: verbs among them that say what somebody only thinks
THINKING = frozenset({"believe", "think", "suspect", "hope", "fear", "reckon", "predict", "estimate", "suggest"})
TAIL_BREAKS = frozenset({",", '"', "''"})


def mend_reports(tree: Tree) -> None:
    """Apply the repairs to a linked tree, and link it again."""
    for first, last in tree.sentences:
        for index in range(first, last):
            _report_in_commas(tree, index, last)
            _said_behind_comma(tree, index)
            _condition_behind_report(tree, index)
    tree.link()
    for first, last in tree.sentences:
        _report_between(tree, first, last)
    tree.link()
    for first, last in tree.sentences:
        _reporting_tail(tree, first, last)
        _quoted_tail(tree, first, last)
        _participle_tail(tree, first, last)
    tree.link()


def _report_in_commas(tree: Tree, index: int, last: int) -> None:
    """*If it fails, he argues, there are other tools*: the verb between commas is an aside, and its *if* another's."""
    head = tree.head[index]
    if tree.lemma[index] not in ASIDE_REPORTS or tree.tag[index] not in ("VBZ", "VBD", "VBP"):
        return
    if tree.dep[index] not in ("advcl", "ccomp", "dep") or head <= index or index + 1 >= last:
        return
    subject = tree.kid(index, "nsubj")
    if subject is None or subject > index or tree.text[index + 1] != "," or tree.text[tree.left[subject] - 1] != ",":
        return
    for child in tree.children[index]:
        if child < tree.left[subject] and tree.dep[child] != "punct":
            tree.attach(child, head, tree.dep[child])
    tree.dep[index] = "parataxis"


def _said_behind_comma(tree: Tree, index: int) -> None:
    """*After some delay, work has begun, he said*: a finite clause without a marker is what is said."""
    verb = tree.head[index]
    if tree.dep[index] != "advcl" or index > verb or tree.lemma[verb] not in ASIDE_REPORTS:
        return
    if tree.kid(index, "mark") is not None or tree.kid(index, "nsubj", "nsubjpass", "expl") is None:
        return
    subject = tree.kid(verb, "nsubj")
    if subject is not None and index < subject and tree.text[tree.left[subject] - 1] in TAIL_BREAKS:
        tree.dep[index] = "ccomp"


def _condition_behind_report(tree: Tree, index: int) -> None:
    """*said they were prepared to strike if Mali attacked*: the condition is of what is said, not of its being said."""
    report = tree.head[index]
    if tree.dep[index] != "advcl" or tree.lemma[report] not in ASIDE_REPORTS:
        return
    marker = tree.kid(index, "mark")
    if marker is None:
        return
    content = next((i for i in tree.kids(report, "ccomp", "xcomp") if report < i < index), None)
    if tree.text[marker].lower() not in ("if", "unless") or content is None:
        return
    while (inside := tree.kid(content, "xcomp", "acomp")) is not None and inside < index:
        content = inside
    tree.attach(index, content, "advcl")


def _report_between(tree: Tree, first: int, last: int) -> None:
    """*Jets struck the town, residents said, a day after talks failed*: what stands before the report is what is said.

    The parser takes the clause behind for that, and hangs what stands before on it.
    """
    for report in range(first + 3, last - 2):
        subject = tree.kid(report, "nsubj") if tree.lemma[report] in ASIDE_REPORTS else None
        if subject is None or tree.text[report + 1] != "," or tree.text[tree.left[subject] - 1] != ",":
            continue
        start = tree.left[subject]
        said = next((i for i in range(first, start) if tree.head[i] > report and tree.tag[i] in FINITE_TAGS), report)
        behind = tree.head[said]
        marker = tree.kid(behind, "mark")
        if said == report or tree.head[report] not in (report, behind) or marker is None or marker < report:
            return
        for word in [child for child in tree.children[behind] if child < start and child != said]:
            tree.attach(word, said, tree.dep[word])
        tree.attach(report, report, "ROOT")
        tree.attach(said, report, "ccomp")
        tree.attach(behind, said, "advcl")
        return


def _reporting_tail(tree: Tree, first: int, last: int) -> None:
    """*The deal is off, reports Yonhap* and *…, a news report said, …*: the verb of reporting governs the rest.

    The parser hangs it somewhere inside what is reported; it becomes the root, and what stood to its left
    its content.
    """
    verb = _tail_verb(tree, first, last)
    if verb is None:
        return
    root = next((i for i in range(first, last) if tree.head[i] == i and tree.dep[i] != "punct"), None)
    if root is None or root == verb or tree.left[root] > verb:
        return
    above, label = tree.head[verb], tree.dep[verb]
    speaker = _speaker_of_tail(tree, verb, last)
    for child in tree.children[verb]:
        if child < verb and child != speaker and tree.dep[child] not in ("punct", "aux", "advmod"):
            tree.attach(child, above, label)
    if speaker is not None:
        tree.attach(speaker, verb, "nsubj")
    tree.attach(verb, verb, "ROOT")
    tree.attach(root, verb, "ccomp")


def _quoted_tail(tree: Tree, first: int, last: int) -> None:
    """*The deal is off and talks are over, he was quoted as saying by TASS*: the passive governs all before it."""
    for index in range(first + 3, last - 2):
        if tree.lemma[index] not in ("quote", "cite") or tree.text[index + 1] != "as" or tree.tag[index] != "VBN":
            continue
        subject = tree.kid(index, "nsubjpass", "nsubj")
        root = next((i for i in range(first, last) if tree.head[i] == i and tree.dep[i] != "punct"), None)
        if subject is None or root is None or root >= tree.left[subject] or tree.text[tree.left[subject] - 1] != ",":
            return
        for child in tree.children[index]:
            if child < tree.left[subject] and tree.dep[child] != "punct":
                tree.attach(child, root, tree.dep[child])
        tree.attach(index, index, "ROOT")
        tree.attach(root, index, "ccomp")
        return


def _participle_tail(tree: Tree, first: int, last: int) -> None:
    """*The plot failed, the minister alleged on Sunday*: a verb of saying taken for a participle of its speaker."""
    for index in range(first + 3, last):
        speaker = tree.head[index]
        if tree.dep[index] != "acl" or tree.tag[index] not in ("VBN", "VBD"):
            continue
        if tree.lemma[index] not in ASIDE_REPORTS - THINKING:
            continue
        start = tree.left[speaker]
        if tree.right[speaker] > index + 6 or "," not in tree.text[start - 1 : start + 1] or speaker > index:
            continue
        behind = tree.text[index + 1] if index + 1 < last else "."
        if (
            behind not in (".", ",", "on", "in", "late")
            or tree.kid(index, "agent", "dobj", "xcomp", "ccomp") is not None
        ):
            continue
        root = next((i for i in range(first, last) if tree.head[i] == i and tree.dep[i] != "punct"), None)
        if root is None or root >= tree.left[speaker] or tree.tag[root] not in (*FINITE_TAGS, "VBN", "VBG"):
            return
        tree.tag[index] = "VBD"
        tree.attach(index, index, "ROOT")
        tree.attach(speaker, index, "nsubj")
        tree.attach(root, index, "ccomp")
        return


def _speaker_of_tail(tree: Tree, verb: int, last: int) -> int | None:
    before = next(
        (i for i in tree.kids(verb, "nsubj") if i < verb and tree.text[tree.left[i] - 1] in TAIL_BREAKS), None
    )
    if before is not None:
        return before
    behind = next((i for i in tree.kids(verb, "nsubj") if i > verb), None)
    if behind is not None:
        return behind
    words = range(verb + 1, last)
    return next((i for i in words if tree.head[i] not in words and tree.tag[i] in NOMINAL_TAGS), None)


def _tail_verb(tree: Tree, first: int, last: int) -> int | None:
    """The last finite verb of reporting that stands, with its subject on either side, behind a comma."""
    for index in range(last - 1, first + 2, -1):
        if tree.lemma[index] not in REPORTING or tree.tag[index] not in ("VBZ", "VBD", "VBP"):
            continue
        if tree.dep[index] in ("relcl", "acl") or tree.kid(index, "mark", "cc", "auxpass") is not None:
            continue
        if (
            any(child > index for child in tree.kids(index, "ccomp", "xcomp", "dobj"))
            and tree.text[index - 1] not in TAIL_BREAKS
        ):
            continue
        if tree.text[index - 1] in TAIL_BREAKS:
            follows = tree.tag[index + 1] if index + 1 < last else "."
            inverted = follows in ("DT", "NN", "NNS", "NNP", "NNPS", "JJ", "PRP", "PRP$", "CD")
            if inverted and not any(tree.tag[i] in FINITE_TAGS for i in range(index + 1, last)):
                return index
        subject = next((c for c in tree.kids(index, "nsubj") if c < index), None)
        if subject is not None and tree.text[tree.left[subject] - 1] in TAIL_BREAKS and tree.left[subject] > first + 1:
            behind = tree.text[index + 1] if index + 1 < last else "."
            if behind in (",", ".", "on", "in", "late", "earlier", "at") or tree.entity[index + 1] == "DATE":
                return index
    return None
