import HTTPCore
import Testing

@Suite struct FieldsTests {
    @Test func `names have no case (RFC 9110 §5.1)`() {
        let fields: Fields = ["Content-Type": "text/plain"]
        #expect(fields["content-type"] == "text/plain")
        #expect(fields.contains("CONTENT-TYPE"))
        #expect(FieldName("ETag") == FieldName("etag"))
        #expect(Set<FieldName>(["ETag", "etag", "Etag"]).count == 1)
    }

    @Test func `values of one name keep their order (RFC 9110 §5.3)`() {
        let fields: Fields = ["A": "1", "B": "2", "a": "3"]
        #expect(fields.all("A") == ["1", "3"])
        #expect(fields["A"] == "1")
    }

    @Test func `set replaces every field of a name`() {
        var fields: Fields = ["A": "1", "B": "2", "a": "3"]
        fields.set("A", "4")
        #expect(fields == ["B": "2", "A": "4"])
    }

    @Test func `remove takes every field of a name`() {
        var fields: Fields = ["A": "1", "B": "2", "a": "3"]
        fields.remove("a")
        #expect(fields == ["B": "2"])
        fields.remove("missing")
        #expect(fields == ["B": "2"])
    }

    @Test func `fields join in order`() {
        var fields: Fields = ["A": "1"]
        fields.append(contentsOf: ["B": "2", "A": "3"])
        #expect(fields == ["A": "1", "B": "2", "A": "3"])
        #expect(fields.all("A") == ["1", "3"])
    }

    @Test(arguments: [
        ("gzip", true), ("GZIP", true), ("br", true), ("zip", false), ("gzip, br", false), ("", false), ("identity", true),
    ]) func `a list is searched on all its lines (RFC 9110 §5.6.1)`(token: String, found: Bool) {
        let fields: Fields = ["Accept-Encoding": "gzip\t,  br", "Accept-Encoding": "identity", "Other": "zip"]
        #expect(fields.list(.acceptEncoding, contains: token) == found)
    }

    @Test func `bytes that are no text are replaced, not refused (RFC 9110 §5.5)`() throws {
        var parser = RequestParser()
        let bytes = Array("GET / HTTP/1.0\r\nX: a".utf8) + [0xFF] + Array("b\r\n\r\n".utf8)
        #expect(try #require(try parser.read(bytes)).head.fields["X"] == "a\u{FFFD}b")
    }

    @Test func `fields of a request can be copied into another message`() throws {
        var parser = RequestParser()
        let bytes = Array("GET / HTTP/1.0\r\nA:1\r\nB:  2\r\n\r\n".utf8)
        var fields = try #require(try parser.read(bytes)).head.fields
        fields.append("C", "3")
        fields.remove("A")
        #expect(fields == ["B": "2", "C": "3"])
    }
}
