// One shape per number of inputs: these the compiler specialises for the types of a route, which it does not do for a parameter pack.
extension RouteVerb {
    @inlinable
    static func settling<Output>(_ handler: @escaping @Sendable () async throws -> Output) -> @Sendable (RequestContext) async throws -> Output {
        { context in
            if let pool = context.handlerPool { return try await pool.call { try await handler() } }
            return try await handler()
        }
    }

    @inlinable
    static func settling<A: RequestInput, Output>(
        _ handler: @escaping @Sendable (A) async throws -> Output
    ) -> @Sendable (RequestContext) async throws -> Output {
        { context in
            var settlement = Settlement()
            let a = await settlement.settle(A.self, in: context)
            try settlement.finish()
            if let pool = context.handlerPool { return try await pool.call { try await handler(a!) } }
            return try await handler(a!)
        }
    }

    @inlinable
    static func settling<A: RequestInput, B: RequestInput, Output>(
        _ handler: @escaping @Sendable (A, B) async throws -> Output
    ) -> @Sendable (RequestContext) async throws -> Output {
        { context in
            var settlement = Settlement()
            let a = await settlement.settle(A.self, in: context)
            let b = await settlement.settle(B.self, in: context)
            try settlement.finish()
            if let pool = context.handlerPool { return try await pool.call { try await handler(a!, b!) } }
            return try await handler(a!, b!)
        }
    }

    @inlinable
    static func settling<A: RequestInput, B: RequestInput, C: RequestInput, Output>(
        _ handler: @escaping @Sendable (A, B, C) async throws -> Output
    ) -> @Sendable (RequestContext) async throws -> Output {
        { context in
            var settlement = Settlement()
            let a = await settlement.settle(A.self, in: context)
            let b = await settlement.settle(B.self, in: context)
            let c = await settlement.settle(C.self, in: context)
            try settlement.finish()
            if let pool = context.handlerPool { return try await pool.call { try await handler(a!, b!, c!) } }
            return try await handler(a!, b!, c!)
        }
    }

    @usableFromInline
    static func settlingAll<each Input: RequestInput, Output>(
        _ handler: @escaping @Sendable (repeat each Input) async throws -> Output
    ) -> @Sendable (RequestContext) async throws -> Output {
        { context in
            var settlement = Settlement()
            let inputs = (repeat await settlement.settle((each Input).self, in: context))
            try settlement.finish()
            if let pool = context.handlerPool { return try await pool.call { try await handler(repeat (each inputs)!) } }
            return try await handler(repeat (each inputs)!)
        }
    }

    @usableFromInline
    static func list<each Input: RequestInput>(_ types: repeat (each Input).Type) -> [any RequestInput.Type] {
        var list: [any RequestInput.Type] = []
        repeat list.append(each types)
        return list
    }
}
