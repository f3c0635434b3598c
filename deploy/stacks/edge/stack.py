"""CloudFront's web ACL and the fields that all answers carry."""

from constructs import Construct

from config import Config
from stacks.base import SystemStack


class EdgeStack(SystemStack):
    """What both distributions share."""

    def __init__(self, scope: Construct, config: Config) -> None:
        super().__init__(scope, "Edge", config, description="CloudFront's web ACL and the fields that all answers carry.")
