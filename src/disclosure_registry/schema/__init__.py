"""Whether documents are as they should be, and what to do where they are not.

The only room that knows `jsonschema`. `validate` checks one document, `validate_files`
files and folders with all that reaches from one entry to another. Both return every
problem as facts (`Problem`); printing them is for others.
"""

from disclosure_registry.schema._files import LARGEST, Report, validate_files
from disclosure_registry.schema._load import KINDS
from disclosure_registry.schema._problem import Level, Problem
from disclosure_registry.schema._validate import validate

__all__ = [
    "KINDS",
    "LARGEST",
    "Level",
    "Problem",
    "Report",
    "validate",
    "validate_files",
]
