import HTTPClient

extension AWSClient {
    /// Calls an operation of a service that speaks the query protocol: a form in, XML out.
    ///
    /// - Returns: the element `<action>Result`.
    func query(_ action: String, version: String, _ parameters: [(name: String, value: String)], isIdempotent: Bool) async throws(AWSError) -> XMLElement {
        let form = QueryText.form([("Action", action), ("Version", version)] + parameters)
        let answer = try await send(
            AWSCall(
                headers: [.init("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")], content: .bytes(Array(form.utf8)),
                isIdempotent: isIdempotent))
        let root = try Self.readXML(answer.body, of: action)
        guard let result = root["\(action)Result"] else { throw AWSError(.unexpectedAnswer("\(action) answered without its result")) }
        return result
    }

    static func readXML(_ body: [UInt8], of operation: String) throws(AWSError) -> XMLElement {
        do throws(XMLError) {
            return try XMLReader.read(body)
        } catch {
            throw AWSError(.unexpectedAnswer("\(operation) did not answer in XML: \(error)"))
        }
    }
}
