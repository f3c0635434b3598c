import HTTPCore
import JSON
import TestKit
import Testing
import Web

struct LoginForm: JSONObject {
    var user: String, password: String
    static let json = Object(
        "LoginForm", { Self(user: $0, password: $1) }, Field("user", \.user), Field("password", \.password, .length(8...), secret: true))
}

struct Drawing: JSONObject {
    var title: String, image: UploadedFile
    static let json = Object("Drawing", { Self(title: $0, image: $1) }, Field("title", \.title, .length(1...80)), Field("image", \.image))
}

let formRoutes = Application { routes in
    routes.post("/login") { (form: Form<LoginForm>) in Text("Welcome, \(form.value.user)") }
    routes.post("/drawings", options: [.bodyLimit(bytes: 10_000_000)]) { (form: Multipart<Drawing>) in
        let image = form.value.image, head = try await image.read(0..<min(4, image.byteCount))
        return ["\(form.value.title): \(image.filename)", "\(image.byteCount) bytes", String(decoding: head, as: UTF8.self)]
    }
}

// MARK: - Tests

@Suite struct `Forms in the guide` {
    private let client = TestClient(formRoutes)

    @Test func `are objects`() async throws {
        #expect(try await client.post("/login", form: ["user": "花子 & co", "password": "correct horse"]).text == "Welcome, 花子 & co")
    }

    @Test func `echo no secret`() async throws {
        let answer = try await client.post("/login", form: ["user": "花子", "password": "hunter2"])
        #expect(answer.status == 422 && !answer.text.contains("hunter2"))
    }

    @Test func `bring files`() async throws {
        let file = TestFile("image", filename: "猫.svg", contentType: "image/svg+xml", bytes: Array("<svg/>".utf8))
        #expect(try await client.post("/drawings", form: ["title": "Cat"], files: [file]).text == #"["Cat: 猫.svg","6 bytes","<svg"]"#)
        #expect(try await client.post("/drawings", form: ["title": "", "image": "no file"], files: []).status == 422)
    }
}
