"""From the outside world to a `Document`: a page, plain text, an address, standard input."""
