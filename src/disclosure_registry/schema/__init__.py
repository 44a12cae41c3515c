"""Whether documents are as they should be, and what to do where they are not.

The only room that knows `jsonschema`. `validate` checks one document,
`validate_files` files and folders with all that reaches from one entry to another.
"""

from disclosure_registry.schema._load import KINDS
from disclosure_registry.schema._problem import Level, Problem
from disclosure_registry.schema._validate import validate

__all__ = ["KINDS", "Level", "Problem", "validate"]
