"""`@states("user-pool.1", "user-pool.3-5")`: the specification's statements that a test holds."""

import pytest

from statements.ledger import names


def states(*statements: str) -> pytest.MarkDecorator:
    """A mark for a test, or for one `pytest.param`; a statement that does not exist is an error."""
    return pytest.mark.states(*(name for text in statements for name in names(text)))
