import Glibc
import HTTPCore
import JSON
import Platform
import TestKit
import Testing

@testable import Web

private struct Picture: JSONObject {
    var title: String, image: UploadedFile, more: [UploadedFile], note: String?
    static let json = Object(
        "Picture", { Self(title: $0, image: $1, more: $2, note: $3) },
        Field("title", \.title, .length(2...)), Field("image", \.image), Field("more", \.more, .count(...2), default: []), Field("note", \.note))
}

/// A folder of one test, and the application that spools into it.
private final class Uploads: Sendable {
    private let folder = TemporaryFolder()

    func client(_ change: (inout ApplicationConfiguration) -> Void = { _ in }) -> TestClient {
        var configuration = ApplicationConfiguration()
        configuration.uploadFolder = folder.path
        configuration.multipart.memoryBytes = 10
        configuration.multipart.fileBytes = 100
        configuration.multipart.textBytes = 20
        change(&configuration)
        return TestClient(
            Application(configuration) { routes in
                routes.post("/pictures") { (form: Multipart<Picture>) in try await describe(form.value) }
                routes.post("/broken") { (form: Multipart<Picture>) -> NoContent in throw HTTPError.conflict("taken", "There is one already.") }
                routes.post("/twice") { (first: Multipart<Picture>, second: Multipart<Picture>) in second.value.title }
                routes.post("/both") { (body: Body<String>, form: Multipart<Picture>) in [form.value.title, String(body.value.utf8.count)] }
                let limits = { (change: (inout MultipartLimits) -> Void) in
                    var limits = MultipartLimits()
                    change(&limits)
                    return RouteOption.multipartLimits(limits)
                }
                let small = routes.group("/small", options: [limits { $0.fileBytes = 3 }])
                small.post("/pictures") { (form: Multipart<Picture>) in try await describe(form.value) }
                small.post("/larger", options: [limits { $0.fileBytes = 4 }]) { (form: Multipart<Picture>) in try await describe(form.value) }
                routes.post("/json") { (body: Body<Picture>) in body.value.title }
            })
    }

    /// How many open descriptors lead into the folder, and how many names lie there.
    var leftovers: (open: Int, named: Int) {
        let open = TemporaryFolder.names(in: "/proc/self/fd").count { link in
            var target = [CChar](repeating: 0, count: 4_096)
            let count = readlink("/proc/self/fd/\(link)", &target, target.count)
            return count > 0 && String(decoding: target[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self).hasPrefix(folder.path + "/")
        }
        return (open, folder.names.count)
    }
}

/// A body that arrives in pieces and once, to its end or until its peer goes away.
private final class PiecewiseSource: RequestBodySource {
    private let left: Lock<ArraySlice<UInt8>>
    private let pieceBytes: Int
    private let breaksOff: Bool
    let trailers = Fields()

    init(_ bytes: [UInt8], pieceBytes: Int, breaksOff: Bool) {
        self.breaksOff = breaksOff
        left = Lock(bytes[...])
        self.pieceBytes = pieceBytes
    }

    func next() async throws(RequestBodyError) -> [UInt8]? {
        let piece = left.withLock { left in
            let piece = Array(left.prefix(pieceBytes))
            left.removeFirst(piece.count)
            return piece
        }
        if piece.isEmpty, breaksOff { throw .disconnected }
        return piece.isEmpty ? nil : piece
    }
}

private func describe(_ picture: Picture) async throws -> [String] {
    var lines = [picture.title]
    for file in [picture.image] + picture.more {
        let text = String(decoding: try await file.read(), as: UTF8.self)
        lines.append("\(file.filename) \(file.contentType ?? "-") \(file.isOnDisk ? "disk" : "memory") \(text)")
    }
    return lines
}

private func part(_ parameters: String, _ content: String, type: String? = nil) -> String {
    "--b\r\nContent-Disposition: form-data; \(parameters)\r\n" + (type.map { "Content-Type: \($0)\r\n" } ?? "") + "\r\n\(content)\r\n"
}

private let title = part("name=title", "Cats")
private let image = part(#"name="image"; filename="a.png""#, "meow", type: "image/png")

private func send(
    _ body: String, to path: String = "/pictures", _ client: TestClient, type: String? = "multipart/form-data; boundary=b"
)
    async throws -> TestResponse
{
    try await client.send(.post, path, headers: type.map { [.contentType: $0] } ?? [:], body: .buffered(Array(body.utf8)))
}

@Suite struct `A form with files` {
    private let uploads = Uploads()

    @Test func `is read into its texts and files`() async throws {
        let more = part("name=more; filename=m", "x") + part("name=more; filename=n", "")
        let response = try await send(title + image + more + "--b--", uploads.client())
        #expect(response.text == #"["Cats","a.png image/png memory meow","m - memory x","n - memory "]"#)
    }

    @Test func `keeps what is beyond the bound in one file without a name, which is gone afterwards`() async throws {
        let long = String(repeating: "0123456789", count: 10)
        let body = title + part("name=image; filename=a", long) + part("name=more; filename=m", "abc") + part("name=more; filename=n", "0123456789") + "--b--"
        let response = try await send(body, uploads.client())
        #expect(response.text == #"["Cats","a - disk \#(long)","m - memory abc","n - disk 0123456789"]"#)
        #expect(uploads.leftovers == (0, 0))
    }

    @Test(arguments: [("/pictures", "--b--x", 200), ("/broken", "--b--", 409), ("/pictures", "", 400), ("/pictures", "--bad", 400)])
    func `leaves nothing behind however the request ends`(path: String, end: String, status: Int) async throws {
        let long = String(repeating: "x", count: 90)
        let response = try await send(title + part("name=image; filename=a", long) + end, to: path, uploads.client())
        #expect(Int(response.status.code) == status)
        #expect(uploads.leftovers == (0, 0))
    }

    @Test(arguments: [(0, 499), (1, 413)]) func `leaves nothing behind when its body breaks off`(excessBytes: Int, status: Int) async throws {
        let body = title + part("name=image; filename=a", String(repeating: "x", count: 90))
        let client = uploads.client { $0.bodyLimitBytes = body.utf8.count - excessBytes }
        let source = PiecewiseSource(Array(body.utf8), pieceBytes: 25, breaksOff: true)
        let type: Fields = [.contentType: "multipart/form-data; boundary=b"]
        let response = try await client.send(.post, "/pictures", headers: type, body: .stream(source, declaredLength: nil))
        #expect(Int(response.status.code) == status)
        #expect(uploads.leftovers == (0, 0))
    }

    @Test func `that cannot be stored is 503`() async throws {
        let client = uploads.client { $0.uploadFolder = "/nowhere" }
        let response = try await send(title + part("name=image; filename=a", "longer than ten") + "--b--", client)
        #expect(response.status == .serviceUnavailable && response.text.contains("upload-storage"))
    }

    @Test func `tells every problem, and of a file its name and length`() async throws {
        let response = try await send(part("name=title; filename=t", "x") + part("name=image", "text") + "--b--", uploads.client())
        #expect(try problemPlaces(response) == [["body", "title"], ["body", "image"]])
        #expect(response.text.contains("string_type") && response.text.contains(#""filename":"t","content_type":null,"byte_count":1"#))
        #expect(response.text.contains("expected a file") && response.text.contains(#""input":"text""#))
    }

    @Test func `lacks a field whose text is empty or for which no file was chosen`() async throws {
        let response = try await send(part("name=title", "") + part(#"name=image; filename="""#, "") + "--b--", uploads.client())
        #expect(try problemPlaces(response) == [["body", "title"], ["body", "image"]])
        #expect(response.text.contains(#""type":"missing","loc":["body","title"]"#) && response.text.contains(#""type":"missing","loc":["body","image"]"#))
    }

    @Test(arguments: [nil, "text/plain", "application/x-www-form-urlencoded"]) func `of another type has no fields`(type: String?) async throws {
        #expect(try problemPlaces(try await send(title + image + "--b--", uploads.client(), type: type)) == [["body", "title"], ["body", "image"]])
    }

    @Test(arguments: ["multipart/form-data", "multipart/form-data; boundary=\"\"", "multipart/form-data; boundary=\"b \""])
    func `without a good boundary is 400`(type: String) async throws {
        let response = try await send(title + image + "--b--", uploads.client(), type: type)
        #expect(response.status == .badRequest && response.text.contains("bad-multipart"))
    }

    @Test func `with long texts is judged like one with short ones`() async throws {
        let client = uploads.client { $0.multipart.textBytes = 100_000 }
        let note = part("name=note", String(repeating: "x", count: 40_000))
        #expect(try await send(title + note + image + "--b--", client).status == .ok)
        #expect(try problemPlaces(try await send(note + image + "--b--", client)) == [["body", "title"]])
    }

    @Test func `is bounded in each file, in its texts, and as a whole`() async throws {
        let client = uploads.client()
        let file = String(repeating: "x", count: 101), text = String(repeating: "x", count: 17)
        #expect(try await send(part("name=image; filename=a", file) + "--b--", client).text.contains("at most 100 bytes in each"))
        #expect(try await send(title + part("name=note", text) + "--b--", client).text.contains("at most 20 bytes"))
        #expect(try await send(title + part("name=note", String(text.dropLast())) + image + "--b--", client).status == .ok)
        let whole = title + image + "--b--"
        #expect(try await send(whole, uploads.client { $0.bodyLimitBytes = whole.utf8.count }).status == .ok)
        #expect(try await send(whole, uploads.client { $0.bodyLimitBytes = whole.utf8.count - 1 }).status == .contentTooLarge)
    }

    @Test(arguments: [("/pictures", 200), ("/small/pictures", 413), ("/small/larger", 200)])
    func `is bounded as its route says, else its group`(path: String, status: Int) async throws {
        #expect(try await send(title + image + "--b--", to: path, uploads.client()).status.code == status)
    }

    @Test func `whose text is not UTF-8 is 400`() async throws {
        let bytes = Array("--b\r\nContent-Disposition: form-data; name=title\r\n\r\n".utf8) + [0xFF] + Array("\r\n--b--".utf8)
        let response = try await uploads.client().send(.post, "/pictures", headers: [.contentType: "multipart/form-data; boundary=b"], body: .buffered(bytes))
        #expect(response.status == .badRequest && response.text.contains("not UTF-8"))
    }

    @Test func `is read once for all inputs that ask, and its files cannot be forged in JSON`() async throws {
        let client = uploads.client()
        #expect(try await send(title + image + "--b--", to: "/twice", client).text == #""Cats""#)
        let source = PiecewiseSource(Array((title + image + "--b--").utf8), pieceBytes: 25, breaksOff: false)
        let type: Fields = [.contentType: "multipart/form-data; boundary=b"]
        let both = try await client.send(.post, "/both", headers: type, body: .stream(source, declaredLength: nil)).text
        #expect(both == #"["Cats","\#((title + image).utf8.count + 5)"]"#)
        let forged = try await client.post("/json", json: #"{"title":"Cats","image":{"file":0,"filename":"x"}}"#)
        #expect(try problemPlaces(forged) == [["body", "image"]])
    }

    @Test func `arrives over a socket in pieces`() async throws {
        var configuration = ApplicationConfiguration()
        configuration.multipart.memoryBytes = 1_000
        let application = Application(configuration) { routes in
            routes.post("/pictures") { (form: Multipart<Picture>) in
                let image = form.value.image
                let last = try await image.read(image.byteCount - 3..<image.byteCount)
                return "\(image.byteCount) \(image.isOnDisk) \(String(decoding: last, as: UTF8.self))"
            }
        }
        let body = title + part("name=image; filename=a", String(repeating: "\r\n--c", count: 100_000) + "end") + "--b--"
        let text = try await TestClient.with(application, over: .socket) { client in try await send(body, client).text }
        #expect(text == #""500003 true end""#)
    }

    @Test func `is documented with its type, and its files as binary`() async throws {
        let application = Application { $0.post("/pictures") { (form: Multipart<Picture>) in form.value.title } }
        let document = try await Document(of: application)
        #expect(try document.operation("post", "/pictures")["requestBody"]?.schemaName("multipart/form-data") == "Picture")
        #expect(document.value("components", "schemas", "Picture", "properties", "image", "format") == "binary")
        #expect(document.value("components", "schemas", "Picture", "properties", "more", "items", "format") == "binary")
        #expect(document.value("components", "schemas", "Picture", "required") == ["title", "image"])
    }
}
