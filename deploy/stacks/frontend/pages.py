"""Every page of a single-page application is one file; answers of the API stay what they are.

CloudFront's own error pages would turn a 403 or 404 of the API into that file, too: they hold for a whole distribution.
"""

from aws_cdk import aws_cloudfront as cloudfront
from constructs import Construct

from config import Config

Kind = cloudfront.CfnDistribution

# What has no dot in its last part is a page: /words/12, /callback.
CODE = """\
function handler(event) {
    var request = event.request;
    var last = request.uri.substring(request.uri.lastIndexOf('/') + 1);
    if (last.indexOf('.') < 0) request.uri = '/index.html';
    return request;
}
"""


def pages(scope: Construct, config: Config, app: str) -> Kind.FunctionAssociationProperty:
    function = cloudfront.CfnFunction(
        scope,
        "Pages",
        name=f"{config.account.prefix}-{app}-pages",
        auto_publish=True,
        function_code=CODE,
        function_config=cloudfront.CfnFunction.FunctionConfigProperty(comment="Pages of a single-page application.", runtime="cloudfront-js-2.0"),
    )
    return Kind.FunctionAssociationProperty(event_type="viewer-request", function_arn=function.attr_function_arn)
