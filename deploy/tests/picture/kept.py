"""What deleting a stack leaves behind, or refuses to delete."""

from picture.view import Resource, View

NAMES = ("BucketName", "Name", "AliasName", "DBClusterIdentifier", "BackupVaultName", "UserPoolName", "LogGroupName", "RepositoryName", "Description")
# Properties by which AWS refuses a deletion.
PROTECTED = {"DeletionProtection": (True, "ACTIVE")}
ATTRIBUTE = {"Key": "deletion_protection.enabled", "Value": "true"}
# They are of no use without what they belong to, and cost nothing.
BESIDE = ("AWS::S3::BucketPolicy",)


def table(view: View) -> str:
    rows = ["| stack | resource | when the stack goes |", "|---|---|---|"]
    for one in view.resources.values():
        fate = [*policy(one), *protection(one)]
        if fate and one.type not in BESIDE:
            rows.append(f"| {one.stack} | {one.type.removeprefix('AWS::').replace('::', ' ')} `{name(one)}` | {'; '.join(fate)} |")
    return "\n".join(rows)


def policy(resource: Resource) -> list[str]:
    return {"Retain": ["stays"], "RetainExceptOnCreate": ["stays"], "Snapshot": ["leaves a last snapshot"]}.get(resource.deletion_policy or "", [])


def protection(resource: Resource) -> list[str]:
    is_protected = any(resource.get(key) in values for key, values in PROTECTED.items()) or ATTRIBUTE in resource.get("LoadBalancerAttributes", [])
    return ["refuses to be deleted until its protection is taken off"] if is_protected else []


def name(resource: Resource) -> str:
    return next((resource[key] for key in NAMES if resource.get(key)), resource.path.partition("/")[2])
