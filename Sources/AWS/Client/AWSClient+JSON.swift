import HTTPClient
import JSON

extension AWSClient {
    /// Calls an operation of a service that speaks JSON 1.1 and names operations in `X-Amz-Target`.
    ///
    /// - Parameters:
    ///   - target: such as `secretsmanager.GetSecretValue`.
    ///   - input: an object.
    ///   - isSigned: false for operations that need no credentials.
    /// - Returns: the answer, an object.
    func call(
        _ target: String, _ input: [JSONFragment.Member], isIdempotent: Bool, isSigned: Bool = true, limits: HTTPClientLimits = HTTPClientLimits()
    ) async throws(AWSError) -> JSONFragment {
        let headers = [SigningRequest.Header("Content-Type", "application/x-amz-json-1.1"), .init("X-Amz-Target", target)]
        var call = AWSCall(headers: headers, content: .bytes(JSON.encode(JSONFragment.object(input))), isIdempotent: isIdempotent, limits: limits)
        call.isSigned = isSigned
        let answer = try await send(call)
        // An operation without an output answers with nothing at all.
        if answer.body.isEmpty { return .object([]) }
        return try Self.parse(answer.body, of: target)
    }

    static func parse(_ body: [UInt8], of operation: String) throws(AWSError) -> JSONFragment {
        do throws(JSONReader.Failure) {
            return try JSON.parse(body)
        } catch {
            throw AWSError(.unexpectedAnswer("\(operation) did not answer in JSON: \(error)"))
        }
    }
}

extension JSONFragment {
    /// The text of a member that an answer must have.
    func required(_ name: String, of operation: String) throws(AWSError) -> String {
        guard let text = self[name]?.stringValue else { throw AWSError(.unexpectedAnswer("\(operation) answered without \(name)")) }
        return text
    }
}

extension [JSONFragment.Member] {
    /// Adds a member that is there.
    mutating func add(_ name: String, _ value: String?) {
        if let value { append(.init(name, .string(value))) }
    }
}
