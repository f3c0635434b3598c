import HTTPCore
import Platform
import TestKit
import Testing
import Web

/// A site with every kind of way out, beside a secret.
private struct Trap {
    let outer = TemporaryFolder()

    init() {
        outer.write("SECRET", to: "secret.txt")
        outer.write("SECRET", to: "sitemap/secret.txt")
        outer.write("public", to: "site/public.txt")
        outer.write("public", to: "site/sub/public.txt")
        outer.write("SECRET", to: "site/.hidden/secret.txt")
        outer.write("SECRET", to: "site/.secret.txt")
        outer.link("site/link.txt", to: "../secret.txt")
        outer.link("site/absolute.txt", to: "\(outer.path)/secret.txt")
        outer.link("site/up", to: "..")
        outer.link("site/sub/far", to: "../../sitemap")
        outer.link("site/top", to: "/")
        outer.makePipe("site/pipe.txt")
        outer.link("site/zero", to: "/dev/zero")
        outer.link("site/public.txt.br", to: "../secret.txt")
    }

    var client: TestClient {
        let application = Application { routes in
            // The files live as long as the application.
            routes.provide(outer)
            routes.staticFiles("/", at: "\(outer.path)/site")
        }
        return TestClient(application, headers: [.acceptEncoding: "br, gzip"])
    }
}

@Suite struct `Nothing outside the folder` {
    @Test(arguments: [
        "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%2e%2e%2fsecret.txt", "/..%5csecret.txt", "/sub/../../secret.txt",
        "/sub/..%2f..%2fsecret.txt",
        "/link.txt", "/absolute.txt", "/up/secret.txt", "/sub/far/secret.txt", "/top/etc/passwd", "/top/proc/self/environ", "//etc/passwd", "/%2fetc/passwd",
        "/.hidden/secret.txt", "/.secret.txt", "/%2ehidden/secret.txt", "/pipe.txt", "/zero", "/public.txt%00.html", "/public.txt%00/../../secret.txt",
        "/..", "/.", "/sub/..", "/..;/secret.txt", "/%252e%252e/secret.txt", "/public.txt/../../secret.txt", "/\\..\\secret.txt", "/../sitemap/secret.txt",
    ])
    func `is served, however it is asked for`(target: String) async throws {
        let answer = try await Trap().client.get(target)
        #expect(answer.status == .notFound && !answer.text.contains("SECRET"))
    }

    @Test func `is served as a compressed sibling`() async throws {
        let answer = try await Trap().client.get("/public.txt")
        #expect(answer.text == "public" && answer[.contentEncoding] == nil)
    }

    @Test func `is served to a caller who tries many things`() async throws {
        let trap = Trap(), client = trap.client
        let pieces = [
            "..", ".", "%2e", "%2E%2e", "/", "/", "//", "%2f", "%5c", "\\", "%00", "%", "%2", "secret.txt", "public.txt", "sub", "up", "far", "root",
            "etc/passwd",
            ".hidden", "site", "sitemap", "%c0%af", "%25", ";", "~", "a", ".txt", ".br", "link.txt", "zero", "pipe.txt", "%0a", "%ff", "?", "&",
        ]
        var served = 0
        for _ in 0..<3_000 {
            let target = "/" + (0..<Int.random(in: 1...8)).map { _ in pieces.randomElement()! }.joined()
            let answer = try await client.get(target)
            #expect([200, 307, 400, 404].contains(Int(answer.status.code)) && !answer.text.contains("SECRET") && !answer.text.contains("root:"), "\(target)")
            if answer.status == .ok {
                #expect(answer.text == "public", "\(target)")
                served += 1
            }
        }
        // Some of it is what anybody may have, or this proves nothing.
        #expect(served > 0)
    }
}
