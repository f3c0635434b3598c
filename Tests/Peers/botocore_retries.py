"""Asks a real botocore which answers it tries again, and writes what it says to botocore_retries.json.

Its standard retry mode, for one operation of each service used here; a test compares FailureClass. Run again after an upgrade of botocore:
python botocore_retries.py  (needs botocore)
"""

import json
import pathlib
import types

import botocore
import botocore.session
from botocore.retries import quota, standard

OPERATIONS = {
    "bedrock-runtime": "Converse", "polly": "SynthesizeSpeech", "s3": "PutObject", "secretsmanager": "GetSecretValue", "sns": "Publish",
    "cognito-idp": "InitiateAuth", "sts": "AssumeRoleWithWebIdentity",
}
STATUSES = [400, 403, 404, 408, 409, 424, 429, 500, 501, 502, 503, 504, 509]
CODES = sorted({
    "", "ValidationException", "AccessDeniedException", "ResourceNotFoundException", "InternalServerException", "ServiceUnavailableException", "NoSuchKey",
    "InternalError", "Throttled", "ServiceQuotaExceededException", "ModelNotReadyException", "ModelTimeoutException", "ModelErrorException",
    "IDPCommunicationError", "SignatureDoesNotMatch", "ExpiredToken", "UnknownThing",
    *standard.ThrottledRetryableChecker._THROTTLED_ERROR_CODES, *standard.TransientRetryableChecker._TRANSIENT_ERROR_CODES,
})

session = botocore.session.get_session()
conditions = standard.StandardRetryConditions(max_attempts=3)
detector = standard.ThrottlingErrorDetector(standard.RetryEventAdapter())


def judged(operation, code, status):
    context = standard.RetryContext(
        attempt_number=1, operation_model=operation, parsed_response={"Error": {"Code": code}} if code else {},
        http_response=types.SimpleNamespace(status_code=status, headers={}, content=b""))
    if not conditions.is_retryable(context):
        return "permanent"
    return "throttling" if detector.is_throttling_error_from_context(context) else "transient"


answers = []
for service, name in OPERATIONS.items():
    operation = session.get_service_model(service).operation_model(name)
    answers += [[service, code, status, judged(operation, code, status)] for code in CODES for status in STATUSES]
document = {
    "botocore": botocore.__version__,
    "capacity": quota.RetryQuota.INITIAL_CAPACITY,
    "retry_cost": standard.RetryQuotaChecker._RETRY_COST,
    "throttling_cost": standard.RetryQuotaChecker._THROTTLING_RETRY_COST,
    "refund": standard.RetryQuotaChecker._NO_RETRY_INCREMENT,
}
target = pathlib.Path(__file__).with_suffix(".json")
lines = ",\n".join(json.dumps(answer, separators=(",", ":")) for answer in answers)
target.write_text(json.dumps(document)[:-1] + ', "answers": [\n' + lines + "\n]}\n")
print(f"{len(answers)} answers, {target.stat().st_size} bytes")
