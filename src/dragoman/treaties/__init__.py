"""The library of treaties and what an event would set off."""
