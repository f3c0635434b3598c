extension HTTPClientRequest {
    /// What makes this request impossible to send safely; nil when nothing does. Keeps line breaks out of what goes on the wire (request smuggling).
    func problem() -> String? {
        if !method.isToken { return "the method is not a token" }
        if let problem = urlProblem() { return problem }
        for header in headers {
            if !header.name.isToken { return "a header name is not a token" }
            if !header.value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) { return "the value of \(header.name) contains control characters" }
            if ["content-length", "transfer-encoding"].contains(header.name.lowercased()) { return "\(header.name) is made by the client" }
        }
        return nil
    }

    private func urlProblem() -> String? {
        if url.utf8.count > 8192 { return "the URL is longer than 8 KiB" }
        if !url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return "the URL contains characters that must be percent-encoded" }
        let lowered = url.prefix(8).lowercased()
        if !lowered.hasPrefix("http://"), lowered != "https://" { return "the URL is not absolute http or https" }
        return nil
    }
}

extension String {
    /// RFC 9110 section 5.6.2.
    fileprivate var isToken: Bool {
        !isEmpty
            && utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
                default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
                }
            }
    }
}
