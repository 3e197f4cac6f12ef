"""`make eval`: every gold set that is there, scored by its own score.py, held against pinned floors."""
