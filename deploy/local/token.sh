#!/usr/bin/env bash
# Prints an access token of a learner of the running stack: token.sh [email] [password], by default the demo learner.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=/dev/null
. "$here/lib/common.sh"
nothing_runs() { die "nothing runs here." "Start it with: make up"; }

[[ -r $LOCAL/env ]] || nothing_runs
# shellcheck source=/dev/null
. "$LOCAL/env"
body=$(/usr/bin/python3 -c '
import json, sys
parameters = {"USERNAME": sys.argv[2], "PASSWORD": sys.argv[3]}
print(json.dumps({"AuthFlow": "USER_PASSWORD_AUTH", "ClientId": sys.argv[1], "AuthParameters": parameters}))
' "$COGNITO_CLIENT_ID" "${1:-demo@app-dw.net}" "${2:-Sakura-2026!}")
answer=$(curl -s --max-time 10 "http://localhost:$LOCAL_CLOUD_PORT/" -d @- <<<"$body" \
    -H 'X-Amz-Target: AWSCognitoIdentityProviderService.InitiateAuth' -H 'Content-Type: application/x-amz-json-1.1') || nothing_runs
/usr/bin/python3 -c '
import json, sys
answer = json.loads(sys.argv[1])
if "AuthenticationResult" not in answer:
    sys.exit("no token: " + answer.get("message", "what answers there is not local-cloud"))
print(answer["AuthenticationResult"]["AccessToken"])
' "$answer"
