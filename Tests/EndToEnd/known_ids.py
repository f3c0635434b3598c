"""Hooks of schemathesis, loaded by its process: most ids are ones that exist, and each answer is noted down.

Ids drawn at random lead nowhere: every route with an id would answer 404 and its success would never be seen.
KNOWN_IDS is the name of a JSON file, `{"kept": {"word_id": [1, 2]}, "doomed": {…}}`; ANSWERS that of the file to write.
"""
import json
import os
from pathlib import Path

import schemathesis

KNOWN = json.loads(Path(os.environ["KNOWN_IDS"]).read_text())
ANSWERS = Path(os.environ["ANSWERS"])


def known_or_drawn(drawn, known: list[int]):
    """Three quarters of the drawn integers become known ids, always the same ones; the rest and what is no integer stays."""
    if type(drawn) is not int or drawn % 4 == 0:
        return drawn
    return known[drawn // 4 % len(known)]


@schemathesis.hook
def before_call(context, case, **kwargs):
    ids = KNOWN["doomed" if case.method == "DELETE" else "kept"]
    for values in (case.path_parameters, case.body):
        if isinstance(values, dict):
            values.update({name: known_or_drawn(values[name], ids[name]) for name in values.keys() & ids.keys()})


@schemathesis.hook
def after_call(context, case, response):
    if response.request.method != case.operation.method.upper():
        return  # a try with a method that the operation does not have
    with ANSWERS.open("a") as answers:
        print(case.operation.label, response.status_code, file=answers)
