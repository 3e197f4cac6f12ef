"""How people and programs meet Dragoman: the command line."""
