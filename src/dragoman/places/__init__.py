"""From words to places with country and coordinates."""
