"""The registry in the notations of others."""
