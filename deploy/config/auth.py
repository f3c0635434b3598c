"""Who signs in: the user pool, its web client, the identity pool."""

from dataclasses import dataclass

from config.account import APPS, Account

# Where the apps are found on a developer's machine, in the order of `APPS`.
LOCAL_PORTS = (3000, 3001, 3002, 3003)


@dataclass(frozen=True)
class Auth:
    user_pool_name: str = "genai-bootcamp-users"
    password_minimum_length: int = 8
    required_attributes: tuple[str, ...] = ("email", "given_name", "family_name")
    # Preferred language and time zone, under the names that OpenID Connect gives them and the services write.
    optional_attributes: tuple[str, ...] = ("locale", "zoneinfo")
    client_name: str = "web-client"
    auth_flows: tuple[str, ...] = ("ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH")
    scopes: tuple[str, ...] = ("openid", "email", "profile")
    access_token_hours: int = 1
    id_token_hours: int = 1
    refresh_token_days: int = 30
    # Kept for local development; learners see auth.app-dw.net.
    domain_prefix: str = "genai-bootcamp"
    domain_host: str = "auth"
    identity_pool_name: str = "genai-bootcamp-identity"
    authenticated_role: str = "genai-bootcamp-authenticated"
    unauthenticated_role: str = "genai-bootcamp-unauthenticated"

    def pages(self, account: Account, path: str) -> list[str]:
        """That page of every app, in production and on a developer's machine."""
        return [account.origin(app) + path for app in APPS] + [f"http://localhost:{port}{path}" for port in LOCAL_PORTS]
