"""The families of signs, a module each."""
