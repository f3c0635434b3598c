import HTTPCore
import JSON
import TestKit
import Testing
import Web

/// The document of an application, as its readers get it.
struct Document {
    let root: JSONFragment

    init(of application: Application) async throws {
        root = try JSON.parse(try await TestClient(application).get("/openapi.json").body)
    }

    /// The value at the end of a way of names.
    func value(_ way: String...) -> JSONFragment? { way.reduce(root as JSONFragment?) { $0?[$1] } }

    func operation(_ method: String, _ path: String) throws -> JSONFragment { try #require(value("paths", path, method), "\(method) \(path) is not listed") }

    /// `method path` of every operation, in order.
    var operations: [String] {
        (value("paths")?.members ?? []).flatMap { path in (path.value.members ?? []).map { "\($0.name) \(path.name)" } }
    }

    /// The names of the members of an object.
    static func names(_ object: JSONFragment?) -> [String] { object?.members?.map(\.name) ?? [] }
}

extension JSONFragment {
    /// The parameter of this name among an operation's.
    func parameter(_ name: String) throws -> JSONFragment {
        try #require(self["parameters"]?.arrayValue?.first { $0["name"]?.stringValue == name }, "no parameter \(name)")
    }

    /// The schema a response or a request body refers to.
    func schemaName(_ type: String = "application/json") -> String? {
        self["content"]?[type]?["schema"]?["$ref"]?.stringValue.map { String($0.drop { $0 != "/" }.split(separator: "/").last ?? "") }
    }
}
