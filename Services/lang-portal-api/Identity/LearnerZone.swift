import HTTPCore
import JSON
import Web

/// The zone in which the learner's days are counted: `X-Time-Zone` with a name of the IANA database, else UTC.
///
/// A user pool writes its attributes, the zone (`zoneinfo`) among them, into ID tokens only; requests carry access tokens, so a client that
/// knows the attribute sends it in the header.
struct LearnerZone: RequestInput {
    let name: TimeZoneName

    static func resolve(in context: RequestContext) async throws -> LearnerZone {
        guard let text = context.request.fields[FieldName(fieldName)] else { return LearnerZone(name: .utc) }
        guard let name = TimeZoneName(rawValue: text) else { throw unknown(text) }
        return LearnerZone(name: name)
    }

    static func describe(in operation: inout Operation) {
        operation.take(
            OperationParameter(
                fieldName, in: .header, isRequired: false,
                description:
                    "Zone of the learner's days, a name of the IANA database; UTC without it. Access tokens carry none: send the device's or the ID token's."
            ) { _ in
                ["type": "string", "pattern": "^[A-Za-z0-9/_+-]{1,64}$", "examples": ["Asia/Tokyo"]]
            })
    }

    /// The 422 for a zone nobody knows.
    static func unknown(_ text: String) -> InvalidInput {
        var problems = ProblemCollector(location: ["header", .name(fieldName)])
        problems.add("value_error", "Value error, unknown time zone; use a name such as Asia/Tokyo", input: .string(text))
        return InvalidInput(problems: problems.problems)
    }

    private static let fieldName = "X-Time-Zone"
}
