"""What all stacks have in common."""

from aws_cdk import BootstraplessSynthesizer, Environment, Stack, Tags
from constructs import Construct

from config import Config


class SystemStack(Stack):
    """A stack that plain CloudFormation deploys in any account: no bootstrap, no assets, no look-ups."""

    def __init__(self, scope: Construct, name: str, config: Config, *, description: str) -> None:
        super().__init__(
            scope,
            name,
            stack_name=f"{config.account.prefix}-{kebab(name)}",
            description=description,
            env=Environment(region=config.account.region),
            synthesizer=BootstraplessSynthesizer(),
            analytics_reporting=False,
        )
        self.config = config
        Tags.of(self).add("project", config.account.prefix)
        Tags.of(self).add("stack", name)


def kebab(name: str) -> str:
    """`LangPortalDatabase` → `lang-portal-database`."""
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("-")
