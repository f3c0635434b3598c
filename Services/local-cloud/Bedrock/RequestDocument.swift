import JSON

/// A member of a request's body with its path, read as the service reads it: what has the wrong type is a `ValidationException` that names the place.
struct RequestDocument {
    let path: String
    let value: JSONFragment

    /// The whole body.
    init(_ bytes: [UInt8]) throws(ServiceFault) {
        guard let parsed = try? JSON.parse(bytes), parsed.members != nil else {
            throw .validation("Malformed input request: the body is not a JSON object, please reformat your input and try again.")
        }
        path = ""
        value = parsed
    }

    private init(path: String, value: JSONFragment) {
        self.path = path
        self.value = value
    }

    /// A member; nil when it is absent or null.
    subscript(name: String) -> RequestDocument? {
        guard let found = value[name], found != .null else { return nil }
        return RequestDocument(path: path.isEmpty ? name : "\(path).\(name)", value: found)
    }

    func required(_ name: String) throws(ServiceFault) -> RequestDocument {
        guard let found = self[name] else { throw .constraint(path.isEmpty ? name : "\(path).\(name)", "Member must not be null") }
        return found
    }

    func object() throws(ServiceFault) -> RequestDocument {
        if value.members == nil { throw malformed("an object") }
        return self
    }

    func elements(atMost limit: Int = 10_000) throws(ServiceFault) -> [RequestDocument] {
        guard let elements = value.arrayValue else { throw malformed("a list") }
        guard elements.count <= limit else { throw .constraint(path, "Member must have length less than or equal to \(limit)") }
        return elements.enumerated().map { RequestDocument(path: "\(path).\($0.offset)", value: $0.element) }
    }

    func text() throws(ServiceFault) -> String {
        guard let text = value.stringValue else { throw malformed("a string") }
        return text
    }

    func integer(_ range: ClosedRange<Int>) throws(ServiceFault) -> Int {
        guard let number = value.intValue else { throw malformed("an integer") }
        if number < range.lowerBound { throw .constraint(path, "Member must have value greater than or equal to \(range.lowerBound)") }
        if number > range.upperBound { throw .constraint(path, "Member must have value less than or equal to \(range.upperBound)") }
        return number
    }

    func number(_ range: ClosedRange<Double>) throws(ServiceFault) -> Double {
        guard let number = value.doubleValue else { throw malformed("a number") }
        if number < range.lowerBound { throw .constraint(path, "Member must have value greater than or equal to \(range.lowerBound)") }
        if number > range.upperBound { throw .constraint(path, "Member must have value less than or equal to \(range.upperBound)") }
        return number
    }

    func oneOf(_ choices: [String]) throws(ServiceFault) -> String {
        let text = try text()
        guard choices.contains(text) else { throw .constraint(path, "Member must satisfy enum value set: [\(choices.joined(separator: ", "))]") }
        return text
    }

    private func malformed(_ wanted: String) -> ServiceFault {
        .validation(
            "Malformed input request: #/\(path.split(separator: ".").joined(separator: "/")): expected \(wanted), please reformat your input and try again.")
    }
}
