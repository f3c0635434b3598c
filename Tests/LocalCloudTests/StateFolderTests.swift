import Crypto
import Glibc
import JSON
import Platform
import TestKit
import Testing

@testable import local_cloud

@Suite struct StateFolderTests {
    /// A folder of its own, removed with everything in it.
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = TemporaryFolder()
        try body(folder.path)
    }

    private func mode(_ path: String) -> UInt32 {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
    }

    private func openPool(_ path: String) throws -> UserPool {
        var configuration = PoolConfiguration(issuer: PoolFixture.issuer, clientID: PoolFixture.client)
        configuration.passwordCosts = Scrypt(cost: 16, blockSize: 1, parallelization: 1)
        return try UserPool(configuration, store: StateFolder(path))
    }

    @Test func `users, sessions and the key survive a restart`() throws {
        try withFolder { path in
            let (keyIDs, tokens) = try {
                let pool = try openPool("\(path)/deep/down")
                try pool.addDemoLearners()
                return (pool.publishedKeyIDs, try pool.signIn(name: "demo@app-dw.net", password: "Sakura-2026!", client: PoolFixture.client))
            }()
            let pool = try openPool("\(path)/deep/down")
            #expect(pool.publishedKeyIDs == keyIDs)
            #expect(try pool.user(accessToken: tokens.accessToken).sub == DemoLearner.all[0].sub)
            _ = try pool.refresh(token: try #require(tokens.refreshToken), client: PoolFixture.client)
            _ = try pool.signIn(name: "other@app-dw.net", password: "Momiji-2026!", client: PoolFixture.client)
        }
    }

    @Test func `a user is read as it was written`() throws {
        try withFolder { path in
            let fixture = try PoolFixture()
            var user = try fixture.signUp(attributes: PoolFixture.names + [UserAttribute(name: "custom:timezone", value: "Asia/Tokyo")])
            user.groups = ["teachers"]
            _ = user.beginSession(SessionOrigin(scopes: .all, deviceKey: "us-east-1_x", isOnKnownDevice: true), at: fixture.clock.now())
            user.passwordCode = ConfirmationCode.make(for: user.sub, at: fixture.clock.now()).code
            user.attributeCode = ConfirmationCode.make(for: user.sub, at: fixture.clock.now()).code
            user.pendingEmail = EmailAddress("new@example.com")
            user.modifiedAt = fixture.clock.now()
            user.browsers = [BrowserSession.make(for: user.sub, at: fixture.clock.now()).session]
            let moment = fixture.clock.now(), verifier = Device.Verifier(password: "dmVyaWZpZXI=", salt: "c2FsdA==")
            user.devices = [
                Device(
                    key: "us-east-1_x", name: "Kaede's", isRemembered: true, verifier: verifier, createdAt: moment, modifiedAt: moment, authenticatedAt: moment)
            ]
            let folder = try StateFolder(path)
            try folder.save(user)
            #expect(try folder.users() == [user])
            #expect(user.code != nil && user.codesSentAt.count == 1 && user.sessions.count == 1)
        }
    }

    @Test func `only the owner can read what is kept`() throws {
        try withFolder { path in
            let pool = try openPool("\(path)/state")
            try pool.addDemoLearners()
            #expect(mode("\(path)/state") == 0o700 && mode("\(path)/state/users") == 0o700)
            for file in ["signing-keys.json", "users/\(DemoLearner.all[0].sub).json"] { #expect(mode("\(path)/state/\(file)") == 0o600) }
        }
    }

    @Test func `a second process is refused, and let in when the first has gone`() throws {
        try withFolder { path in
            var first: StateFolder? = try StateFolder(path)
            #expect(throws: StateError.inUse(path: path)) { try StateFolder(path) }
            withExtendedLifetime(first) {}
            first = nil
            _ = try StateFolder(path)
        }
    }

    @Test(arguments: ["", "{}", "{\"version\":1", "not json", "{\"version\":2}"])
    func `a file that is no user stops the start and is named`(content: String) throws {
        try withFolder { path in
            let folder = try StateFolder(path), file = "\(path)/users/\(UUIDText.random()).json"
            try Files.replace(file, with: Array(content.utf8))
            #expect(throws: StateError.unreadable(file: file, reason: "not a user; remove it to go on without")) { try folder.users() }
        }
    }

    @Test func `what a crash left unfinished is removed`() throws {
        try withFolder { path in
            let folder = try StateFolder(path)
            try Files.replace("\(path)/users/x.json\(Files.unfinished)", with: [1, 2, 3])
            #expect(try folder.users().isEmpty)
            #expect(try Files.names(in: "\(path)/users", limit: 10).isEmpty)
        }
    }

    @Test func `a key that is none is not replaced silently`() throws {
        try withFolder { path in
            let folder = try StateFolder(path)
            try Files.replace("\(path)/signing-key.pem", with: Array("no key".utf8))
            #expect(throws: StateError.unreadable(file: "\(path)/signing-key.pem", reason: "not an RSA key; remove it to have a new one")) {
                try folder.signingKeys()
            }
            try Files.replace("\(path)/signing-keys.json", with: Array("{}".utf8))
            #expect(throws: StateError.unreadable(file: "\(path)/signing-keys.json", reason: "not an RSA key; remove it to have a new one")) {
                try folder.signingKeys()
            }
        }
    }

    @Test func `the one key of a folder of before rotation goes on signing`() throws {
        try withFolder { path in
            let folder = try StateFolder(path), former = try PoolFixture.keys().current
            try Files.replace("\(path)/signing-key.pem", with: Array(try former.pair.pem().utf8))
            #expect(try folder.signingKeys().current.id == former.id)
            #expect(try folder.signingKeys().next.id == folder.signingKeys().next.id)
        }
    }

    @Test func `a user of before passwords could be forgotten is read`() throws {
        try withFolder { path in
            let folder = try StateFolder(path), user = try PoolFixture().learner()
            let added: Set = ["password_code", "attribute_code", "pending_email", "devices", "browsers", "modified_at"]
            let former = try #require(user.record.members).filter { !added.contains($0.name) }
            try Files.replace("\(path)/users/\(user.sub).json", with: JSON.encode(JSONFragment.object(former)))
            #expect(try folder.users() == [user])
        }
    }

    @Test func `groups, deleted users and rotated keys are as they were left`() throws {
        try withFolder { path in
            let before = try {
                let pool = try openPool(path)
                try pool.addDemoLearners()
                _ = try pool.createGroup("teachers", details: "They teach.", precedence: 3, pool: "us-east-1_LocalPool")
                try pool.adminDelete(name: "other@app-dw.net", pool: "us-east-1_LocalPool")
                return (try pool.rotateKeys(), try pool.allGroups(pool: "us-east-1_LocalPool"))
            }()
            let pool = try openPool(path)
            #expect(pool.publishedKeyIDs == before.0 && before.0.count == 3)
            #expect(try pool.allGroups(pool: "us-east-1_LocalPool").map(\.name) == ["teachers"] && before.1.count == 1)
            #expect(pool.user(named: "other@app-dw.net") == nil && pool.user(named: "demo@app-dw.net") != nil)
        }
    }

    @Test func `a folder that cannot be made is told with the system's words`() throws {
        #expect(throws: StateError.system(action: "make the folder", path: "/proc/none", code: ENOENT)) { try StateFolder("/proc/none") }
        #expect(StateError.system(action: "write", path: "/x", code: ENOSPC).description == "cannot write /x: No space left on device")
    }
}
