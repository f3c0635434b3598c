"""How databases are reached: by a proxy, with tokens of IAM, and by few people past it."""

import re
from pathlib import Path

import pytest

from clusters import CLUSTERS, both, cluster, group
from config.databases import Databases
from states import states
from templates import Resource, Templates

USERS = {"lang-portal": "lang_portal", "haiku": "haiku"}
ROLES = Path(__file__).parents[1] / "stacks" / "databases" / "roles.sql"


def proxy(templates: Templates, stack: str, name: str) -> Resource:
    return templates[f"{stack}Database"].only("AWS::RDS::DBProxy", DBProxyName=f"{name}-proxy")


@pytest.mark.parametrize(("stack", "name"), both("15-16", "database.3"))
def test_there_is_a_proxy_before_the_cluster(templates: Templates, stack: str, name: str) -> None:
    made = proxy(templates, stack, name)
    assert (made["EngineFamily"], made["IdleClientTimeout"]) == ("POSTGRESQL", 1_800)
    assert made["VpcSubnetIds"] == isolated(templates)


def isolated(templates: Templates) -> list[str]:
    return [templates["Network"].named("AWS::EC2::Subnet", f"database-1{zone}").ref for zone in "abc"]


@pytest.mark.parametrize(("stack", "name"), both("17-18", "rds-proxy-configuration.1", "rds-proxy-configuration.3", "database-infrastructure-questions.4"))
def test_the_pool_has_a_hundred_connections(templates: Templates, stack: str, name: str) -> None:
    """Half of the cluster's 200; all but a tenth come and go with the load."""
    database = templates[f"{stack}Database"]
    pool = database.only("AWS::RDS::DBProxyTargetGroup", TargetGroupName="default")
    assert pool["DBProxyName"] == proxy(templates, stack, name).ref
    assert pool["DBClusterIdentifiers"] == [cluster(templates, stack, name).ref]
    assert pool["ConnectionPoolConfigurationInfo"] == {"MaxConnectionsPercent": 50, "MaxIdleConnectionsPercent": 10, "ConnectionBorrowTimeout": 120}
    parameters = database.only("AWS::RDS::DBClusterParameterGroup")
    assert parameters["Parameters"]["max_connections"] == "200"


@pytest.mark.parametrize(("stack", "name"), both("19", "rds-proxy-configuration.2", "connection-management.1-2"))
def test_the_proxy_wants_tokens_and_tls(templates: Templates, stack: str, name: str) -> None:
    """And comes to the cluster with tokens of its own, so that there is no password to keep."""
    made = proxy(templates, stack, name)
    assert (made["DefaultAuthScheme"], made["RequireTLS"]) == ("IAM_AUTH", True)
    assert "Auth" not in made
    id = cluster(templates, stack, name).attribute("DBClusterResourceId")
    (policy,) = templates[f"{stack}Database"].only("AWS::IAM::Role", Description=f"What {name}-proxy is to the cluster.")["Policies"]
    users = [f"arn:${{AWS::Partition}}:rds-db:us-east-1:${{AWS::AccountId}}:dbuser:{id}/{USERS[name]}_{role}" for role in ("owner", "app", "ledger")]
    assert policy["PolicyDocument"]["Statement"] == [{"Action": "rds-db:connect", "Effect": "Allow", "Resource": users}]


@pytest.mark.parametrize(("stack", "name"), both("20", "rds-proxy-configuration.4"))
def test_the_proxy_has_its_group(templates: Templates, stack: str, name: str) -> None:
    assert proxy(templates, stack, name)["VpcSecurityGroupIds"] == [group(templates, f"{name}-rds-proxy-sg")]


@states("rds-proxy-configuration.5")
def test_lang_portal_is_read_by_an_end_point_of_its_own(templates: Templates) -> None:
    """Its proxy's own end point leads to the writer; haiku has no reader."""
    end = templates["LangPortalDatabase"].only("AWS::RDS::DBProxyEndpoint", DBProxyEndpointName="lang-portal-proxy-read")
    assert (end["TargetRole"], end["DBProxyName"]) == ("READ_ONLY", proxy(templates, "LangPortal", "lang-portal").ref)
    assert end["VpcSecurityGroupIds"] == [group(templates, "lang-portal-rds-proxy-sg")]
    assert end["VpcSubnetIds"] == isolated(templates)
    assert templates["HaikuDatabase"].matching("AWS::RDS::DBProxyEndpoint", {}) == []


@pytest.mark.parametrize(("stack", "name"), both("connection-pattern.1"))
def test_urls_lead_to_the_proxy_and_hold_no_password(templates: Templates, stack: str, name: str) -> None:
    end, database = proxy(templates, stack, name).attribute("Endpoint"), USERS[name]
    for secret, role in (("database-url", "app"), ("migration-database-url", "owner")):
        made = templates[f"{stack}Database"].only("AWS::SecretsManager::Secret", Name=f"{name}/{secret}")
        assert made["SecretString"] == f"postgres://{database}_{role}@{end}:5432/{database}?sslmode=verify-full"


@pytest.mark.parametrize(("stack", "name"), both("connection-pattern.2"))
def test_applications_may_connect_as_three_users(templates: Templates, stack: str, name: str) -> None:
    policy = templates[f"{stack}Database"].only("AWS::IAM::ManagedPolicy", ManagedPolicyName=f"{name}-database-connect")
    (statement,) = policy["PolicyDocument"]["Statement"]
    id = {"Fn::Select": [6, {"Fn::Split": [":", proxy(templates, stack, name).attribute("DBProxyArn")]}]}
    users = [f"arn:${{AWS::Partition}}:rds-db:us-east-1:${{AWS::AccountId}}:dbuser:{id}/{USERS[name]}_{role}" for role in ("owner", "app", "ledger")]
    assert statement == {"Sid": "Connect", "Action": "rds-db:connect", "Effect": "Allow", "Resource": users}


@pytest.mark.parametrize(("stack", "name"), both())
def test_people_connect_past_the_proxy_as_one_user(templates: Templates, stack: str, name: str) -> None:
    policy = templates[f"{stack}Database"].only("AWS::IAM::ManagedPolicy", ManagedPolicyName=f"{name}-database-maintenance")
    (statement,) = policy["PolicyDocument"]["Statement"]
    id = cluster(templates, stack, name).attribute("DBClusterResourceId")
    assert statement["Resource"] == f"arn:${{AWS::Partition}}:rds-db:us-east-1:${{AWS::AccountId}}:dbuser:{id}/{USERS[name]}_maintenance"


def test_the_script_of_the_roles_has_the_configurations_numbers() -> None:
    databases, script = Databases(), ROLES.read_text()
    assert re.findall(r"^\\set (\w+) :database _\1$", script, re.MULTILINE) == [*databases.proxied, databases.maintenance]
    assert f'ALTER ROLE :"maintenance" CONNECTION LIMIT {databases.maintenance_connections};' in script
    for setting in ("idle_session_timeout", "statement_timeout", "idle_in_transaction_session_timeout"):
        assert f"ALTER ROLE :\"maintenance\" SET {setting} = '{databases.maintenance_session_seconds}s';" in script
    assert "PASSWORD" not in script


@pytest.mark.parametrize(("stack", "name"), both("13-14", "backup-configuration.4-5"))
def test_there_is_a_snapshot_every_night(templates: Templates, stack: str, name: str) -> None:
    database = templates[f"{stack}Database"]
    vault = database.only("AWS::Backup::BackupVault", BackupVaultName=name)
    plan = database.only("AWS::Backup::BackupPlan")
    rule = {
        "RuleName": "daily",
        "TargetBackupVault": vault.ref,
        "ScheduleExpression": "cron(0 3 * * ? *)",
        "ScheduleExpressionTimezone": "Etc/UTC",
        "Lifecycle": {"DeleteAfterDays": 7},
    }
    assert plan["BackupPlan"]["BackupPlanRule"] == [rule]
    selection = database.only("AWS::Backup::BackupSelection", BackupPlanId=plan.ref)["BackupSelection"]
    arn = f"arn:${{AWS::Partition}}:rds:us-east-1:${{AWS::AccountId}}:cluster:{cluster(templates, stack, name).ref}"
    assert selection["Resources"] == [arn]


@pytest.mark.parametrize(("stack", "name"), both("backup-configuration.3", "backup-configuration.5", "backup-configuration.7"))
def test_a_vault_takes_snapshots_for_a_week_and_copies_none_elsewhere(templates: Templates, stack: str, name: str) -> None:
    """Also those that somebody takes by hand."""
    vault = templates[f"{stack}Database"].only("AWS::Backup::BackupVault", BackupVaultName=name)
    assert vault["LockConfiguration"] == {"MinRetentionDays": 7, "MaxRetentionDays": 7}
    (rule,) = templates[f"{stack}Database"].only("AWS::Backup::BackupPlan")["BackupPlan"]["BackupPlanRule"]
    assert "CopyActions" not in rule


@pytest.mark.parametrize(("stack", "name"), both("backup-configuration.6"))
def test_builds_may_take_a_snapshot_before_a_deployment(templates: Templates, stack: str, name: str) -> None:
    database = templates[f"{stack}Database"]
    role = database.only("AWS::IAM::Role", RoleName=f"{name}-snapshot")
    (trust,) = role["AssumeRolePolicyDocument"]["Statement"]
    assert trust["Principal"] == {"Service": "codebuild.amazonaws.com"}
    (policy,) = role["Policies"]
    start, given, wait = policy["PolicyDocument"]["Statement"]
    assert (start["Action"], start["Resource"]) == (
        "backup:StartBackupJob",
        f"arn:${{AWS::Partition}}:backup:us-east-1:${{AWS::AccountId}}:backup-vault:{name}",
    )
    with templates.unrecorded():
        (service,) = [one for one in database.resources("AWS::IAM::Role") if "backup.amazonaws.com" in str(one["AssumeRolePolicyDocument"])]
    assert (given["Action"], given["Resource"]) == ("iam:PassRole", service.attribute("Arn"))
    assert given["Condition"] == {"StringEquals": {"iam:PassedToService": "backup.amazonaws.com"}}
    assert (wait["Action"], wait["Resource"]) == ("backup:DescribeBackupJob", "*")


def test_there_are_two_databases() -> None:
    assert [Databases().lang_portal.name, Databases().haiku.name] == list(CLUSTERS.values())
