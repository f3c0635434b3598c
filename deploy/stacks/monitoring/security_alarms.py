"""Alarms about attempts on the system, and about the language models."""

from config.monitoring import Threshold
from stacks.monitoring.alarm import Alarms
from stacks.monitoring.series import Calculation, Series
from stacks.monitoring.watched import Watched

DAY = 24 * 60 * 60
# The alerts of Sources/LanguageModel, as it sorts them itself.
HIGH = {
    "GuardrailViolation": "The guardrails refused a text: guardrails of model.call lines name the rule.",
    "TokenLimitExceeded": "A budget of tokens is used up: who used it stands in the ledger, and in model.call lines.",
    "SecurityBreach": "Somebody was blocked after repeated attempts, or our instructions stood in an answer: model.alarm lines.",
}
MEDIUM = {
    "HighLatency": "Models answer slowly: took_ms of model.call lines, then the health of Bedrock.",
    "TokenUsageSpike": "Far more tokens than usual in a minute: model.call lines, by person and purpose.",
    "BudgetThreshold": "A budget has reached the part at which somebody wants to know: /api/v1/public/policy names the budgets.",
}


def security_alarms(watched: Watched, high: Alarms) -> None:
    settings = watched.config.monitoring
    refused = "Far more requests are refused than usual: sampled requests of the web ACL, and its log group."
    regional = {"Region": watched.config.account.region}
    for acl, where in ((watched.load_balancer.web_acl.name, regional), (watched.edge.web_acl.name, {})):
        blocked = Series("AWS/WAFV2", "BlockedRequests", {"WebACL": acl, "Rule": "ALL", **where})
        high.add(f"{acl}-blocked-requests", refused, blocked, ">=", settings.blocked_requests)
    guessing = "Somebody tries passwords: security lines with sign-in-refused, by client."
    high.add("refused-sign-ins", guessing, watched.logged("RefusedSignIns"), ">=", settings.refused_sign_ins)


def model_alarms(watched: Watched, high: Alarms, medium: Alarms) -> None:
    settings = watched.config.monitoring
    attempts = "The guardrails refuse again and again: model.call lines, by person and rule."
    high.add("guardrail-violations", attempts, watched.logged("GuardrailViolations"), ">=", settings.guardrail_violations)
    broken = "Calls of models end without an answer: failure of model.call lines."
    medium.add("model-errors", broken, watched.logged("UnansweredCalls"), ">=", settings.model_errors)
    for alarms, alerts in ((high, HIGH), (medium, MEDIUM)):
        for alert, meaning in alerts.items():
            name = "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in alert)
            alarms.add(f"model{name}", meaning, watched.logged(alert), ">=", settings.model_alert)
    tokens = Calculation("input + output", {"input": watched.logged("InputTokens"), "output": watched.logged("OutputTokens")})
    budget = "Today's tokens: the budget is the specification's, and services refuse what is beyond it."
    part = settings.daily_tokens * settings.daily_tokens_alert_percent // 100
    medium.add("daily-tokens-most", budget, tokens, ">=", Threshold(part, DAY // 60, DAY))
    high.add("daily-tokens-all", budget, tokens, ">=", Threshold(settings.daily_tokens, DAY // 60, DAY))
