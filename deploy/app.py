#!/usr/bin/env python3
"""Writes the templates of the whole system: app.py [folder]; without one, into .local/infra of the checkout."""

import sys
from pathlib import Path

from aws_cdk import App

from config import Config
from stacks.system import System

FOLDER = Path(__file__).resolve().parent.parent / ".local" / "infra"


CONTEXT = {
    # Paths of constructs stand in the templates, so that people and tests can name a resource.
    "aws:cdk:enable-path-metadata": True,
    # A stack that another stands on cannot lose what the other uses.
    "@aws-cdk/core:defaultCrossStackReferences": "strong",
    # Traces name folders of one machine and one run.
    "aws:cdk:disable-stack-trace": True,
}


def application(folder: Path) -> App:
    """The application with every stack in it."""
    app = App(outdir=str(folder), analytics_reporting=False, tree_metadata=False, context=CONTEXT)
    System(app, Config())
    return app


if __name__ == "__main__":
    application(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER).synth()
