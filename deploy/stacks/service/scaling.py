"""How many tasks a service has: as many as keep processor and memory at their targets."""

from aws_cdk import aws_applicationautoscaling as autoscaling
from aws_cdk import aws_ecs as ecs
from constructs import Construct

from config import Config
from services import Service
from stacks.service.task import size

METRICS = {"CPU": "ECSServiceAverageCPUUtilization", "Memory": "ECSServiceAverageMemoryUtilization"}


def scaling(scope: Construct, config: Config, service: Service, running: ecs.CfnService) -> None:
    share, rule = size(config.compute, service), config.compute.scaling
    target = autoscaling.CfnScalableTarget(
        scope,
        "Tasks",
        service_namespace="ecs",
        scalable_dimension="ecs:service:DesiredCount",
        resource_id=f"service/{config.compute.cluster_name}/{running.attr_name}",
        min_capacity=share.min_tasks,
        max_capacity=share.max_tasks,
    )
    for name, percent in (("CPU", rule.cpu_percent), ("Memory", rule.memory_percent)):
        metric = autoscaling.CfnScalingPolicy.PredefinedMetricSpecificationProperty(predefined_metric_type=METRICS[name])
        tracking = autoscaling.CfnScalingPolicy.TargetTrackingScalingPolicyConfigurationProperty(
            predefined_metric_specification=metric,
            target_value=percent,
            scale_in_cooldown=rule.scale_in_cooldown_seconds,
            scale_out_cooldown=rule.scale_out_cooldown_seconds,
        )
        autoscaling.CfnScalingPolicy(
            scope,
            f"TasksBy{name}",
            policy_name=f"{service.name}-{name.lower()}",
            policy_type="TargetTrackingScaling",
            scaling_target_id=target.ref,
            target_tracking_scaling_policy_configuration=tracking,
        )
