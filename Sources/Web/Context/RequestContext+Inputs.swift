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
        Input.isKeptPerRequest ? try await resolveOnce(type) : try await make(type)
    }

    /// Resolves an input that the request may leave out; nil when it does.
    public func resolveIfPresent<Input: OptionalInput>(_ type: Input.Type) async throws -> Input? {
        if let known = known(type) { return known }
        if let overrides, overrides.contains(type) { return try await resolve(type) }
        guard let found = try await Input.find(in: self) else { return nil }
        if Input.isKeptPerRequest { keep(found) }
        return found
    }

    @usableFromInline
    func resolveOnce<Input: RequestInput>(_ type: Input.Type) async throws -> Input {
        if let known = known(type) { return known }
        let input = try await make(type)
        keep(input)
        return input
    }

    @inlinable
    func make<Input: RequestInput>(_ type: Input.Type) async throws -> Input {
        if let overrides { return try await overrides.make(type, in: self) }
        return try await Input.resolve(in: self)
    }

    private func known<Input: RequestInput>(_ type: Input.Type) -> Input? {
        let key = ObjectIdentifier(type)
        for known in resolved where known.key == key { return unsafeDowncast(known.box, to: Box<Input>.self).value }
        return nil
    }

    private func keep<Input: RequestInput>(_ input: Input) {
        resolved.append(ResolvedInput(key: ObjectIdentifier(Input.self), box: Box(input)))
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
