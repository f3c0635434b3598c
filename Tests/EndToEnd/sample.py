"""The application with every kind of input, running."""
from contextlib import AbstractContextManager

from programs import running


def running_sample() -> AbstractContextManager[int]:
    """Its port; it ends with 0 when it is told to."""
    return running("sample-server", {"LAME_DUCK_SECONDS": "0"}, "/openapi.json")
