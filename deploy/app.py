#!/usr/bin/env python3
"""Writes the templates of the whole system: app.py [folder]; without one, into .local/infra of the checkout."""

import sys
from pathlib import Path

from aws_cdk import App

from config import Config
from stacks.system import System

FOLDER = Path(__file__).resolve().parent.parent / ".local" / "infra"


def application(folder: Path) -> App:
    """The application with every stack in it. Paths of constructs stand in the templates, so that people and tests can name a resource."""
    app = App(outdir=str(folder), analytics_reporting=False, tree_metadata=False, context={"aws:cdk:enable-path-metadata": True})
    System(app, Config())
    return app


if __name__ == "__main__":
    application(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER).synth()
