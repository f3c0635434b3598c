"""Image repositories, pipeline artifacts, the connection to GitHub."""

from constructs import Construct

from config import Config
from stacks.base import SystemStack


class DeliveryStack(SystemStack):
    """What must exist before anything is built: a repository per service (scanned, with a lifecycle), the artifacts' bucket and key, the connection."""

    def __init__(self, scope: Construct, config: Config) -> None:
        super().__init__(scope, "Delivery", config, description="Image repositories, pipeline artifacts, the connection to GitHub.")
