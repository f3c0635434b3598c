"""Parameters that have no sensible default: their absence stops the deployment with a sentence, not the synthesis."""

from aws_cdk import CfnParameter, CfnRule, CfnRuleAssertion, Fn
from constructs import Construct


def required(scope: Construct, name: str, *, description: str, sentence: str) -> str:
    """A parameter's value; CloudFormation answers `sentence` where nothing was given."""
    parameter = CfnParameter(scope, name, default="", description=description)
    is_given = Fn.condition_not(Fn.condition_equals(parameter.value_as_string, ""))
    CfnRule(scope, f"{name}IsGiven", assertions=[CfnRuleAssertion(assert_=is_given, assert_description=sentence)])
    return parameter.value_as_string


def image_tag(scope: Construct, service: str) -> str:
    """The tag of a service's image: what a deployment changes, in this stack alone."""
    return required(
        scope,
        "ImageTag",
        description=f"Tag of the image of {service} in its repository.",
        sentence=f"Say which image of {service} to run: --parameter-overrides ImageTag=<tag>. Its repository is in the Delivery stack.",
    )
