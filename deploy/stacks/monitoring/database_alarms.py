"""Alarms of the two databases."""

from config.databases import GIBIBYTE
from config.monitoring import Threshold
from stacks.databases import DatabaseStack
from stacks.monitoring.alarm import Alarms
from stacks.monitoring.series import Calculation
from stacks.monitoring.watched import Watched


def database_alarms(watched: Watched, high: Alarms, medium: Alarms) -> None:
    settings = watched.config.monitoring
    for name, database in watched.databases.items():
        busy = "The database is busy: Performance Insights shows by which statements."
        high.add(f"{name}-database-cpu", busy, watched.writer(database, "CPUUtilization"), ">=", settings.database_cpu)
        growing = "The volume nears its allowance: see which tables grow, then raise the allowance in config/databases.py."
        high.add(f"{name}-database-storage", growing, free_storage(watched, database), "<=", settings.database_free_percent)
        sorting = "Temporary files fill the instance: statements that sort more than their memory holds."
        high.add(f"{name}-database-local-storage", sorting, free_local_storage(watched, database), "<=", settings.database_free_percent)
        connections = watched.writer(database, "DatabaseConnections", "Maximum")
        full = "Connections run out: see who holds them in pg_stat_activity."
        high.add(f"{name}-database-connections", full, connections, ">", settings.database_connections)
        medium.add(f"{name}-database-connections-percent", full, connections, ">", part_of_connections(watched, database))
        slow = f"A statement took longer than {settings.long_query_seconds} seconds: it stands in {database.log_groups['postgresql']}."
        medium.add(f"{name}-database-long-queries", slow, watched.logged(f"LongQueries-{name}"), ">", settings.long_queries)
        cold = "Pages are read from the volume: more data is in use than memory holds."
        medium.add(f"{name}-database-buffer-cache", cold, watched.writer(database, "BufferCacheHitRatio"), "<", settings.buffer_cache_hit_percent)


def free_storage(watched: Watched, database: DatabaseStack) -> Calculation:
    """Of the allowance, in percent: Aurora grows by itself and has no end of its own."""
    return Calculation(f"100 - 100 * used / {database.cluster.storage_allowance_gigabytes * GIBIBYTE}", {"used": watched.volume(database)})


def free_local_storage(watched: Watched, database: DatabaseStack) -> Calculation:
    whole = watched.config.monitoring.database_local_storage_gibibytes * GIBIBYTE
    return Calculation(f"100 * free / {whole}", {"free": watched.writer(database, "FreeLocalStorage", "Minimum")})


def part_of_connections(watched: Watched, database: DatabaseStack) -> Threshold:
    settings = watched.config.monitoring
    number = database.cluster.parameters.max_connections * settings.database_connections_percent // 100
    return Threshold(number, settings.database_connections.minutes)
