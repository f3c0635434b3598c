"""How long objects stay, and where."""

from aws_cdk import aws_s3 as s3

from config.storage import Lifecycle, Storage

Rule = s3.CfnBucket.RuleProperty


def lifecycle(storage: Storage, rule: Lifecycle) -> s3.CfnBucket.LifecycleConfigurationProperty:
    """The bucket's rule, and one for what it leaves behind."""
    return s3.CfnBucket.LifecycleConfigurationProperty(rules=[stated(rule), leftovers(storage, rule)])


def stated(rule: Lifecycle) -> Rule:
    noncurrent = rule.noncurrent_expiration_days
    steps = [s3.CfnBucket.TransitionProperty(transition_in_days=step.days, storage_class=step.storage_class) for step in rule.transitions]
    return Rule(
        id=rule.name,
        prefix=rule.prefix,
        status="Enabled",
        transitions=steps or None,
        expiration_in_days=rule.expiration_days,
        noncurrent_version_expiration=noncurrent and s3.CfnBucket.NoncurrentVersionExpirationProperty(noncurrent_days=noncurrent),
    )


def leftovers(storage: Storage, rule: Lifecycle) -> Rule:
    replaced = None if rule.noncurrent_expiration_days else s3.CfnBucket.NoncurrentVersionExpirationProperty(noncurrent_days=storage.replaced_version_days)
    return Rule(
        id="leftovers",
        status="Enabled",
        abort_incomplete_multipart_upload=s3.CfnBucket.AbortIncompleteMultipartUploadProperty(days_after_initiation=storage.abandoned_upload_days),
        noncurrent_version_expiration=replaced,
    )
