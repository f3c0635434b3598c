"""The two clusters: what both have, and where they differ."""

import pytest

from clusters import both, cluster, group
from states import states
from templates import Templates


@pytest.mark.parametrize(("stack", "name"), both("1", "database.1-2", "high-level-summary-of-requirements.8"))
def test_the_engine_is_aurora(templates: Templates, stack: str, name: str) -> None:
    made = cluster(templates, stack, name)
    assert (made["Engine"], made["EngineVersion"]) == ("aurora-postgresql", "15.19")
    assert {one["Engine"] for one in templates[f"{stack}Database"].resources("AWS::RDS::DBInstance")} == {"aurora-postgresql"}


@pytest.mark.parametrize(("stack", "name"), both("2", "aurora-postgresql-setup.2-3"))
def test_instances_are_small(templates: Templates, stack: str, name: str) -> None:
    for one in templates[f"{stack}Database"].resources("AWS::RDS::DBInstance"):
        assert one["DBInstanceClass"] == "db.t4g.medium"


@pytest.mark.parametrize(
    ("stack", "name", "zones"),
    [
        pytest.param("LangPortal", "lang-portal", ["us-east-1a", "us-east-1b"], marks=states("lang-portal-db-cluster.3", "aurora-postgresql-setup.1")),
        pytest.param("Haiku", "haiku", ["us-east-1a"], marks=states("haiku-db-cluster.3", "database-infrastructure-questions.2")),
    ],
)
def test_lang_portal_has_a_reader_in_another_zone(templates: Templates, stack: str, name: str, zones: list[str]) -> None:
    instances = templates[f"{stack}Database"].resources("AWS::RDS::DBInstance")
    assert [one["AvailabilityZone"] for one in instances] == zones
    made = cluster(templates, stack, name)
    assert [one["DBClusterIdentifier"] for one in instances] == [made.ref] * len(zones)


@pytest.mark.parametrize(("stack", "name"), both("5", "aurora-postgresql-setup.4"))
def test_storage_is_auroras_own(templates: Templates, stack: str, name: str) -> None:
    """It grows with what is in it."""
    made = cluster(templates, stack, name)
    assert made["StorageType"] == "aurora"
    assert "AllocatedStorage" not in made


@pytest.mark.parametrize(("stack", "name"), both("6-7"))
def test_storage_is_encrypted_with_the_key_of_rds(templates: Templates, stack: str, name: str) -> None:
    """Where no key is named it is aws/rds."""
    made = cluster(templates, stack, name)
    assert made["StorageEncrypted"] is True
    assert "KmsKeyId" not in made


@pytest.mark.parametrize(("stack", "name"), both("8-10"))
def test_a_cluster_is_in_the_isolated_subnets(templates: Templates, stack: str, name: str) -> None:
    made = cluster(templates, stack, name)
    subnets = templates[f"{stack}Database"].only("AWS::RDS::DBSubnetGroup", DBSubnetGroupName=f"{name}-database-subnet-group")
    assert made["DBSubnetGroupName"] == subnets.ref
    assert subnets["SubnetIds"] == [templates["Network"].named("AWS::EC2::Subnet", f"database-1{zone}").ref for zone in "abc"]
    assert made["VpcSecurityGroupIds"] == [group(templates, f"{name}-aurora-sg")]
    assert made["Port"] == 5432


@pytest.mark.parametrize(
    ("stack", "name", "window"),
    [
        pytest.param("LangPortal", "lang-portal", "03:00-04:00", marks=states("lang-portal-db-cluster.11-12")),
        pytest.param("Haiku", "haiku", "04:00-05:00", marks=states("haiku-db-cluster.11-12")),
    ],
)
@states("aurora-postgresql-setup.5", "backup-configuration.1-2")
def test_every_second_of_a_week_can_be_restored(templates: Templates, stack: str, name: str, window: str) -> None:
    """Aurora keeps the log of so many days beside its backups, always."""
    made = cluster(templates, stack, name)
    assert (made["BackupRetentionPeriod"], made["PreferredBackupWindow"]) == (7, window)


@pytest.mark.parametrize(("stack", "name"), both("21-22", "aurora-postgresql-setup.6"))
def test_performance_is_kept_for_a_week(templates: Templates, stack: str, name: str) -> None:
    for one in templates[f"{stack}Database"].resources("AWS::RDS::DBInstance"):
        assert (one["EnablePerformanceInsights"], one["PerformanceInsightsRetentionPeriod"]) == (True, 7)


@pytest.mark.parametrize(("stack", "name"), both("23-28", "database-infrastructure-questions.4", "connection-management.1"))
def test_parameters_are_the_specifications_in_auroras_units(templates: Templates, stack: str, name: str) -> None:
    """1 GiB are 131,072 pages of 8 KiB, 3 GiB are 393,216 of them, 128 MiB are 131,072 KiB; and nobody comes without TLS."""
    parameters = templates[f"{stack}Database"].only("AWS::RDS::DBClusterParameterGroup", Family="aurora-postgresql15")
    assert cluster(templates, stack, name)["DBClusterParameterGroupName"] == parameters.ref
    assert parameters["Parameters"] == {
        "shared_buffers": "131072",
        "max_connections": "200",
        "effective_cache_size": "393216",
        "maintenance_work_mem": "131072",
        "default_statistics_target": "100",
        "rds.force_ssl": "1",
        "log_min_duration_statement": "30000",
    }


@pytest.mark.parametrize(("stack", "name"), both("maintenance.1-2"))
def test_maintenance_is_on_sunday_mornings(templates: Templates, stack: str, name: str) -> None:
    assert cluster(templates, stack, name)["PreferredMaintenanceWindow"] == "sun:05:00-sun:06:00"
    for one in templates[f"{stack}Database"].resources("AWS::RDS::DBInstance"):
        assert (one["AutoMinorVersionUpgrade"], one["PreferredMaintenanceWindow"]) == (True, "sun:05:00-sun:06:00")


@pytest.mark.parametrize(("stack", "name"), both("monitoring.1-2"))
def test_instances_are_looked_at_every_minute(templates: Templates, stack: str, name: str) -> None:
    with templates.unrecorded():
        role = templates[f"{stack}Database"].only("AWS::IAM::Role", Description="Enhanced monitoring.").attribute("Arn")
    for one in templates[f"{stack}Database"].resources("AWS::RDS::DBInstance"):
        assert (one["MonitoringInterval"], one["MonitoringRoleArn"]) == (60, role)


@pytest.mark.parametrize(("stack", "name"), both("monitoring.3-5"))
def test_logs_are_exported_and_kept_for_a_week(templates: Templates, stack: str, name: str) -> None:
    made = cluster(templates, stack, name)
    kinds = ["postgresql", "instance", "iam-db-auth-error"]
    assert made["EnableCloudwatchLogsExports"] == kinds
    for kind in kinds:
        kept = templates[f"{stack}Database"].only("AWS::Logs::LogGroup", LogGroupName=f"/aws/rds/cluster/{name}-aurora/{kind}")
        assert kept["RetentionInDays"] == 7


@pytest.mark.parametrize(("stack", "name"), both("connection-management.2"))
def test_users_come_with_tokens_of_iam(templates: Templates, stack: str, name: str) -> None:
    """And the administrator's password is RDS's own affair."""
    made = cluster(templates, stack, name)
    assert (made["EnableIAMDatabaseAuthentication"], made["ManageMasterUserPassword"]) == (True, True)
    assert "MasterUserPassword" not in made


@pytest.mark.parametrize(("stack", "name"), both())
def test_a_cluster_is_not_lost_by_mistake(templates: Templates, stack: str, name: str) -> None:
    made = cluster(templates, stack, name)
    assert (made["DeletionProtection"], made["CopyTagsToSnapshot"]) == (True, True)
    assert (made.beside("DeletionPolicy"), made.beside("UpdateReplacePolicy")) == ("Snapshot", "Snapshot")
    for one in templates[f"{stack}Database"].resources("AWS::RDS::DBInstance"):
        assert one["PubliclyAccessible"] is False
