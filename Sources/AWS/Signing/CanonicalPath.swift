import Encoding

/// The path as it is signed.
enum CanonicalPath {
    /// S3 signs the path as it is on the wire; all others resolve dot segments, merge slashes and encode once more.
    ///
    /// Source: AWS, "Create a canonical request"; RFC 3986 §5.2.4.
    static func text(_ path: String, _ variant: SigningVariant) -> String {
        switch variant {
        case .s3: path.isEmpty ? "/" : path
        case .standard: PercentEncoding.encode(normalized(path), allowed: .path)
        }
    }

    private static func normalized(_ path: String) -> String {
        let slash = UInt8(ascii: "/")
        var segments: [String] = []
        // Bytes, not characters: a slash before a combining mark is a slash.
        for segment in path.utf8.split(separator: slash).map({ String(Substring($0)) }) where segment != "." {
            if segment == ".." { _ = segments.popLast() } else { segments.append(segment) }
        }
        let last = path.utf8.last == slash && !segments.isEmpty ? "/" : ""
        return "/\(segments.joined(separator: "/"))\(last)"
    }
}

extension SigningRequest {
    /// The path of an S3 key or of any decoded path: every byte but unreserved ones and `/` as `%XX`, dot segments and empty ones kept.
    public static func path(encoding decoded: String) -> String {
        PercentEncoding.encode(decoded.utf8.first == UInt8(ascii: "/") ? decoded : "/\(decoded)", allowed: .path)
    }
}
