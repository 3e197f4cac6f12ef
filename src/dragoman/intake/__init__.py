"""The outside world → `Document`: pages, plain text, addresses, standard input."""

from __future__ import annotations

from dragoman.intake.clean import clean_text
from dragoman.intake.english import other_language, require_english
from dragoman.intake.page import clean_page
from dragoman.intake.schema import check_intake
from dragoman.intake.sources import load

__all__ = ["check_intake", "clean_page", "clean_text", "load", "other_language", "require_english"]
