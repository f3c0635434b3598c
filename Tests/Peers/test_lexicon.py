"""The lexicon is held against EDICT, and each example against its reading."""
import subprocess
import sys
from pathlib import Path


def test_every_word_of_the_lexicon_is_attested_and_every_example_is_read_as_it_is_written():
    check = Path(__file__).with_name("check_lexicon.py")
    checked = subprocess.run([sys.executable, check], capture_output=True, text=True, timeout=300)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert ", 0 problems" in checked.stdout
