"""What is missed in our own articles (tests/gold/articles), line by line, by the real article's score.py.

python -m tools.evaluate.misses [--gold DIR] [SLUG …]

Of the set that is kept unread only the figures are printed, unless an article is named.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from dragoman.reader import Reader
from tools.evaluate.__main__ import DEFAULT_GOLD
from tools.evaluate.sets import UNREAD_SET, checks, own_articles, sibling_scorer


def main() -> None:
    """Read the articles named, or all, and print each one's misses and figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("slugs", nargs="*", metavar="SLUG", help="folder names under tests/gold/articles")
    parser.add_argument("--gold", type=Path, default=DEFAULT_GOLD, help="folder of gold sets (default: %(default)s)")
    options = parser.parse_args()
    reader = Reader()
    for name, own in ((name, own) for name, every in own_articles().items() for own in every):
        if options.slugs and own.name not in options.slugs:
            continue
        right, asked, wrong = checks(sibling_scorer(options.gold / "article", own), own, reader)
        shown = wrong if options.slugs or name != UNREAD_SET else []
        print(f"{own.name}: {right} of {asked}", *shown, sep="\n  ")


if __name__ == "__main__":
    main()
