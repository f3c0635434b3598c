/// Inputs that are made otherwise than they make themselves, for tests.
@usableFromInline
final class InputOverrides: Sendable {
    private struct Override<Input: RequestInput>: Sendable {
        var make: @Sendable (RequestContext) async throws -> Input
    }

    private let overrides: [ObjectIdentifier: any Sendable]

    private init(_ overrides: [ObjectIdentifier: any Sendable]) { self.overrides = overrides }

    /// None yet.
    static let none = InputOverrides([:])

    func adding<Input: RequestInput>(_ type: Input.Type, _ make: @escaping @Sendable (RequestContext) async throws -> Input) -> InputOverrides {
        var overrides = overrides
        overrides[ObjectIdentifier(type)] = Override(make: make)
        return InputOverrides(overrides)
    }

    func contains<Input: RequestInput>(_ type: Input.Type) -> Bool { overrides[ObjectIdentifier(type)] != nil }

    /// The input as the test wants it, else as it makes itself.
    @usableFromInline
    func make<Input: RequestInput>(_ type: Input.Type, in context: RequestContext) async throws -> Input {
        guard let override = overrides[ObjectIdentifier(type)] as? Override<Input> else { return try await Input.resolve(in: context) }
        return try await override.make(context)
    }
}
