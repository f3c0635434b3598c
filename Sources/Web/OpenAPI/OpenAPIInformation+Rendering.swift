import JSON

extension OpenAPIInformation {
    /// The members of `info` beside title, version and description.
    var infoMembers: [JSONFragment.Member] {
        var members: [JSONFragment.Member] = []
        if let termsOfService { members.append(.init("termsOfService", .string(termsOfService))) }
        if let contact { members.append(.init("contact", contact.fragment)) }
        if let license { members.append(.init("license", license.fragment)) }
        return members
    }

    /// The members of the document's end.
    var closingMembers: [JSONFragment.Member] {
        var members: [JSONFragment.Member] = []
        if !tags.isEmpty { members.append(.init("tags", .array(tags.map(\.fragment)))) }
        if let externalDocumentation { members.append(.init("externalDocs", externalDocumentation.fragment)) }
        return members
    }
}

/// The members that have a text.
private func texts(_ members: KeyValuePairs<String, String?>) -> [JSONFragment.Member] {
    members.compactMap { name, text in
        guard let text, !text.isEmpty else { return nil }
        return .init(name, .string(text))
    }
}

extension APIServer {
    var fragment: JSONFragment { .object(texts(["url": url, "description": description])) }
}

extension APIContact {
    var fragment: JSONFragment { .object(texts(["name": name, "url": url, "email": email])) }
}

extension APILicense {
    var fragment: JSONFragment { .object(texts(["name": name, "identifier": identifier])) }
}

extension ExternalDocumentation {
    var fragment: JSONFragment { .object(texts(["url": url, "description": description])) }
}

extension APITag {
    var fragment: JSONFragment {
        let elsewhere: [JSONFragment.Member] = externalDocumentation.map { [.init("externalDocs", $0.fragment)] } ?? []
        return .object(texts(["name": name, "description": description]) + elsewhere)
    }
}
