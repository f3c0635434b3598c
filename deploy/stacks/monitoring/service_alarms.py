"""Alarms of the five services: errors, latency, tasks, what they use."""

from stacks.monitoring.alarm import Alarms
from stacks.monitoring.series import Calculation, Series, rate
from stacks.monitoring.watched import Watched
from stacks.service import ServiceStack

INSIGHTS = "ECS/ContainerInsights"


def service_alarms(watched: Watched, high: Alarms, medium: Alarms) -> None:
    settings = watched.config.monitoring
    for name, service in watched.services.items():
        requests = watched.balanced(service, "RequestCount")
        server_errors, client_errors = (rate(watched.balanced(service, f"HTTPCode_Target_{digit}XX_Count"), requests) for digit in (5, 4))
        high.add(f"{name}-server-errors", "Requests fail on our side: saved query Error Analysis.", server_errors, ">=", settings.server_errors)
        medium.add(f"{name}-client-errors", "Many requests are refused: saved query API Usage, by status.", client_errors, ">=", settings.client_errors)
        slow = "Answers are slow: saved query Latency Analysis, then traces."
        high.add(f"{name}-latency-p99", slow, latency(watched, service, "p99"), ">=", settings.latency_p99)
        medium.add(f"{name}-latency-p95", slow, latency(watched, service, "p95"), ">", settings.latency_p95)
        medium.add(f"{name}-latency-p90", slow, latency(watched, service, "p90"), ">=", settings.latency_p90)
        high.add(
            f"{name}-missing-tasks", "Fewer tasks run than should: events of the service in ECS.", missing_tasks(watched, service), ">", settings.missing_tasks
        )
        full = "Tasks are near their limit: more of them, or larger ones."
        medium.add(f"{name}-cpu", full, watched.container(service, "CPUUtilization"), ">", settings.cpu)
        medium.add(f"{name}-memory", full, watched.container(service, "MemoryUtilization"), ">", settings.memory)
    nobody = "The load balancer found no target that answers: tasks of a service are missing, unhealthy or hang; its access logs name the host."
    high.add("load-balancer-server-errors", nobody, unanswered(watched), ">=", settings.server_errors)
    ended = "A task ended by itself, did not start or did not answer its probes: the reason stands in /aws/events/failed-tasks."
    high.add("failed-tasks", ended, watched.logged("FailedTasks"), ">", settings.failed_tasks)


def unanswered(watched: Watched) -> Calculation:
    """The load balancer's own answers 5XX, in percent; a request for which it finds no target is not among those it counts."""
    errors, requests = (watched.balancer(name) for name in ("HTTPCode_ELB_5XX_Count", "RequestCount"))
    return Calculation("IF(part > 0, 100 * part / MAX([part, FILL(whole, 0)]), 0)", {"part": errors, "whole": requests})


def latency(watched: Watched, service: ServiceStack, percentile: str) -> Series | Calculation:
    """In seconds; log lines count microseconds."""
    series = watched.balanced(service, "TargetResponseTime", percentile)
    return series if service.target else Calculation("time / 1000000", {"time": series})


def missing_tasks(watched: Watched, service: ServiceStack) -> Calculation:
    desired, running = (watched.container(service, f"{kind}TaskCount", INSIGHTS) for kind in ("Desired", "Running"))
    return Calculation("desired - FILL(running, 0)", {"desired": desired, "running": running})
