"""What each type of resource is billed by."""

from collections.abc import Callable

from cost import quantities
from cost.book import Usage
from cost.quantities import CACHE_METRICS, HOURS, Place, Quantities

PRICED: dict[str, Callable[[Place, Usage], Quantities]] = {
    "AWS::EC2::NatGateway": lambda place, usage: {"nat-hour": HOURS, "nat-gigabyte": usage.nat_gigabytes},
    "AWS::EC2::EIP": lambda place, usage: {"public-address-hour": HOURS},
    "AWS::EC2::VPCEndpoint": quantities.endpoint,
    "AWS::EC2::FlowLog": lambda place, usage: {"vended-log-gigabyte": usage.flow_log_gigabytes},
    "AWS::ElasticLoadBalancingV2::LoadBalancer": quantities.balancer,
    "AWS::ECS::Service": quantities.service,
    "AWS::ECS::Cluster": lambda place, usage: {"metric": usage.insights_metrics},
    "AWS::ECR::Repository": lambda place, usage: {"image-gigabyte": usage.image_gigabytes},
    "AWS::RDS::DBCluster": quantities.cluster,
    # Seven days of Performance Insights are free; enhanced monitoring writes a log group of RDS's own.
    "AWS::RDS::DBInstance": lambda place, usage: {
        f"aurora-{place.properties['DBInstanceClass']}-hour": HOURS,
        "log-gigabyte": usage.other_log_gigabytes,
    },
    "AWS::RDS::DBProxy": quantities.proxy,
    # A further end point is one of PrivateLink.
    "AWS::RDS::DBProxyEndpoint": lambda place, usage: {"endpoint-hour": HOURS * len(place.properties["VpcSubnetIds"])},
    "AWS::Backup::BackupVault": lambda place, usage: {"backup-gigabyte": usage.snapshot_gigabytes},
    "AWS::KMS::Key": lambda place, usage: {"key": 1, "key-requests-10k": usage.key_requests_10k},
    "AWS::SecretsManager::Secret": lambda place, usage: {"secret": 1},
    "AWS::Cognito::UserPool": quantities.user_pool,
    "AWS::CloudFront::Distribution": quantities.distribution,
    "AWS::CloudFront::Function": lambda place, usage: {"cdn-function-million": usage.requests_millions / 4},
    "AWS::CloudFront::MonitoringSubscription": lambda place, usage: {"metric": CACHE_METRICS},
    "AWS::WAFv2::WebACL": quantities.web_acl,
    "AWS::Route53::HostedZone": lambda place, usage: {"zone": 1},
    # Cloud Map keeps a private zone.
    "AWS::ServiceDiscovery::PrivateDnsNamespace": lambda place, usage: {"zone": 1},
    "AWS::ServiceDiscovery::Service": lambda place, usage: {"registered-instance": 1},
    "AWS::CodePipeline::Pipeline": quantities.pipeline,
    "AWS::CodeBuild::Project": quantities.build,
    "AWS::S3::Bucket": quantities.bucket,
    "AWS::Lambda::Function": quantities.function,
    "AWS::Logs::LogGroup": quantities.log_group,
    "AWS::Logs::Delivery": lambda place, usage: {"vended-log-gigabyte": usage.other_log_gigabytes},
    "AWS::Logs::MetricFilter": quantities.metric_filter,
    "AWS::CloudWatch::Alarm": quantities.alarm,
    "AWS::CloudWatch::Dashboard": lambda place, usage: {"dashboard": 1},
    "AWS::XRay::SamplingRule": quantities.sampling,
    "AWS::Bedrock::Guardrail": quantities.guardrail,
}
