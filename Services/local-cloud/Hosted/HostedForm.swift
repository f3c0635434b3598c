import DesignSystem
import HTTPCore
import Web

/// What was typed on a hosted page.
struct HostedForm: Sendable {
    private let values: Parameters

    /// A body that is no form of ours has no fields.
    init(_ context: RequestContext) async throws {
        let type = context.request.fields[.contentType]?.split(separator: ";").first?.lowercased()
        let body = try await context.body()
        values = (type == "application/x-www-form-urlencoded" ? Parameters(String(decoding: body, as: UTF8.self)) : nil) ?? Parameters("")!
    }

    subscript(field: DoorField) -> String { values[field.rawValue] ?? "" }

    subscript(name: String) -> String? { values.repeated.contains(name) ? nil : values[name] }

    /// The longest texts; the password's bound is Cognito's.
    private static let limits: [DoorField: Int] = [.email: 128, .password: 256, .newPassword: 256, .code: 16, .givenName: 100, .familyName: 100]

    /// What keeps these fields from being used, each field's first problem.
    func problems(_ fields: [DoorField]) -> [DoorProblem] { fields.compactMap { field in problem(field).map { DoorProblem(field: field, message: $0) } } }

    private func problem(_ field: DoorField) -> DoorMessage? {
        let text = self[field], limit = Self.limits[field] ?? 128
        if text.isEmpty { return .missing }
        if text.unicodeScalars.count > limit { return .tooLong(limit) }
        return field == .email && EmailAddress(text) == nil ? .emailMalformed : nil
    }

    /// What is wrong with a new password in this field.
    func weakness(_ field: DoorField) -> DoorProblem? {
        let password = self[field], broken = PasswordRule.broken(by: password)
        if !broken.isEmpty { return DoorProblem(field: field, message: .passwordTooWeak(broken)) }
        let isSpaced = password.first?.isWhitespace ?? false || password.last?.isWhitespace ?? false
        return isSpaced ? DoorProblem(field: field, message: .spaceAtEdge) : nil
    }

    /// What is shown again.
    var shown: [DoorField: String] {
        let fields: [DoorField] = [.email, .givenName, .familyName, .code]
        return Dictionary(uniqueKeysWithValues: fields.filter { !self[$0].isEmpty }.map { ($0, self[$0]) })
    }
}
