// FastAPI's `dependency_overrides`, without the shared dictionary: each of these is another application, so tests run side by side.
extension Application {
    /// An application like this one, in which an input is made by `make`: for tests.
    ///
    /// ```swift
    /// let client = TestClient(application.overriding(CurrentUser.self) { _ in hanako })
    /// ```
    /// Wherever the input is asked for by `context.resolve`: as a handler's parameter, by `requires`, as a credential (also an optional one), by another
    /// input. What the original would have asked for or registered for release is not. `make` may resolve other inputs, and call `Input.resolve` for
    /// the original. It holds for what is mounted in this application too, unless that has overrides of its own. Documentation, routes and limits stay
    /// those of this application.
    public func overriding<Input: RequestInput>(_ type: Input.Type, by make: @escaping @Sendable (RequestContext) async throws -> Input) -> Application {
        Application(self, overrides: (overrides ?? .none).adding(type, make), values: values)
    }

    /// An application like this one, in which inputs that ask for a value of this type get this one: for tests.
    ///
    /// Reaches what asks by `context.provided`, not what was handed to handlers at start-up.
    public func providing<Value: Sendable>(_ value: Value) -> Application {
        var values = values
        values[ObjectIdentifier(Value.self)] = value
        return Application(self, overrides: overrides, values: values)
    }
}
