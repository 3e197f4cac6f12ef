"""What is missed in our own articles (tests/gold/articles), line by line, by the real article's score.py.

python -m tools.evaluate.misses [--gold DIR] [SLUG …]
"""

from __future__ import annotations

import argparse
from pathlib import Path

from dragoman.reader import Reader
from tools.evaluate.__main__ import DEFAULT_GOLD
from tools.evaluate.sets import checks, own_articles, sibling_scorer


def main() -> None:
    """Read the articles named, or all, and print each one's misses and figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("slugs", nargs="*", metavar="SLUG", help="folder names under tests/gold/articles")
    parser.add_argument("--gold", type=Path, default=DEFAULT_GOLD, help="folder of gold sets (default: %(default)s)")
    options = parser.parse_args()
    reader = Reader()
    for own in own_articles():
        if options.slugs and own.name not in options.slugs:
            continue
        right, asked, wrong = checks(sibling_scorer(options.gold / "article", own), own, reader)
        print(f"{own.name}: {right} of {asked}", *wrong, sep="\n  ")


if __name__ == "__main__":
    main()
