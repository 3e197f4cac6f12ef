"""From words to actors at their date."""
