"""Questions that take more than one article to answer."""

from dragoman.ask.corroboration import Corroboration, Report, Source, Wording, corroboration

__all__ = ["Corroboration", "Report", "Source", "Wording", "corroboration"]
