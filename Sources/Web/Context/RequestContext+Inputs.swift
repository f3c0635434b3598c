/// An input that was made for this request, with the identity of its type.
struct ResolvedInput {
    let key: ObjectIdentifier
    let box: AnyObject
}

private final class Box<Value> {
    let value: Value
    init(_ value: Value) { self.value = value }
}

extension RequestContext {
    /// Resolves an input; one that is kept per request is made at most once.
    ///
    /// Inputs call this for the inputs they depend on.
    @inlinable
    public func resolve<Input: RequestInput>(_ type: Input.Type) async throws -> Input {
        Input.isKeptPerRequest ? try await resolveOnce(type) : try await Input.resolve(in: self)
    }

    @usableFromInline
    func resolveOnce<Input: RequestInput>(_ type: Input.Type) async throws -> Input {
        let key = ObjectIdentifier(type)
        for known in resolved where known.key == key { return unsafeDowncast(known.box, to: Box<Input>.self).value }
        let input = try await Input.resolve(in: self)
        resolved.append(ResolvedInput(key: key, box: Box(input)))
        return input
    }

    /// An input that is kept per request, if it was made for this one.
    func made<Input: RequestInput>(_ type: Input.Type) -> Input? {
        let key = ObjectIdentifier(type)
        return resolved.first { $0.key == key }.map { unsafeDowncast($0.box, to: Box<Input>.self).value }
    }

    /// A value the application was given by `provide`; asking for one that is not there is our own mistake and traps.
    ///
    /// An input that asks for it says so in `describe` by `operation.requires(_:)`, so that start-up finds what is missing.
    public func provided<Value: Sendable>(_ type: Value.Type) -> Value {
        application.provided(type)
    }
}
