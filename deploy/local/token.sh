#!/usr/bin/env bash
# Prints an access token of a learner of the running stack: token.sh [email] [password], by default the demo learner.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=/dev/null
. "$here/lib/common.sh"
[[ -r $LOCAL/env ]] || die "nothing runs here yet." "Start it with: make up"
# shellcheck source=/dev/null
. "$LOCAL/env"
body=$(printf '{"AuthFlow":"USER_PASSWORD_AUTH","ClientId":"web-client-local","AuthParameters":{"USERNAME":"%s","PASSWORD":"%s"}}' "${1:-demo@app-dw.net}" "${2:-Sakura-2026!}")
curl -fsS "http://localhost:$LOCAL_CLOUD_PORT/" -H 'X-Amz-Target: AWSCognitoIdentityProviderService.InitiateAuth' -H 'Content-Type: application/x-amz-json-1.1' -d "$body" \
    | /usr/bin/python3 -c 'import json, sys; print(json.load(sys.stdin)["AuthenticationResult"]["AccessToken"])'
