import Platform
import TestKit
import Testing

@testable import local_cloud

@Suite struct StoredSecretTests {
    private let now = UnixTime(seconds: 1_000)
    private var secret = StoredSecret(
        name: "n", arn: "arn:aws:secretsmanager:us-east-1:000000000000:secret:n-abcdef", createdAt: UnixTime(seconds: 0), changedAt: UnixTime(seconds: 0))

    private mutating func put(_ text: String, stages: [String] = ["AWSCURRENT"]) throws(CloudError) {
        _ = try secret.put(.text(Secret(text)), id: text, stages: stages, at: now)
    }

    private var stages: [String: [String]] { Dictionary(uniqueKeysWithValues: secret.versions.map { ($0.id, $0.stages.sorted()) }) }

    @Test mutating func `a new version becomes the current one, and the current one the previous`() throws {
        try put("one")
        try put("two")
        try put("three")
        #expect(stages == ["one": [], "two": ["AWSPREVIOUS"], "three": ["AWSCURRENT"]])
        #expect(try secret.version(id: nil, stage: nil).id == "three")
        #expect(try secret.version(id: "one", stage: nil).id == "one")
        #expect(throws: CloudError.self) { try secret.version(id: "one", stage: "AWSCURRENT") }
    }

    @Test mutating func `a pending version waits until the current stage moves to it`() throws {
        try put("one")
        try put("two", stages: ["AWSPENDING"])
        #expect(stages == ["one": ["AWSCURRENT"], "two": ["AWSPENDING"]])
        try secret.move("AWSCURRENT", from: "one", to: "two", at: now)
        #expect(stages == ["one": ["AWSPREVIOUS"], "two": ["AWSCURRENT", "AWSPENDING"]])
        try secret.move("AWSPENDING", from: "two", to: nil, at: now)
        #expect(stages == ["one": ["AWSPREVIOUS"], "two": ["AWSCURRENT"]])
    }

    @Test mutating func `versions that all have stages are bounded, too, and so are the stages' names`() throws {
        for number in 0..<StoredSecret.maximumVersions { try put("\(number)", stages: ["STAGE\(number)"]) }
        #expect(throws: CloudError.tooManyVersions) { try put("more", stages: ["MORE"]) }
        #expect(throws: CloudError.parameter("A stage has 1 to 256 characters.")) { try put("long", stages: [String(repeating: "s", count: 257)]) }
    }

    @Test mutating func `the first version is current whatever its stages`() throws {
        try put("one", stages: ["AWSPENDING"])
        #expect(stages == ["one": ["AWSCURRENT", "AWSPENDING"]])
    }

    @Test mutating func `a stage is moved only by whoever knows where it is`() throws {
        try put("one")
        try put("two")
        for (source, target) in [(nil, "one"), ("one", "two"), ("nobody", "one"), ("two", nil), ("two", "nobody")] as [(String?, String?)] {
            var copy = secret
            #expect(performing: { try copy.move("AWSCURRENT", from: source, to: target, at: now) }, throws: { $0 is CloudError })
        }
        try secret.move("label", from: nil, to: "one", at: now)
        #expect(stages["one"] == ["AWSPREVIOUS", "label"])
    }

    @Test mutating func `a repeated call is the same call, another value under its id is refused`() throws {
        try put("one")
        try put("one")
        #expect(secret.versions.count == 1)
        var copy = secret
        #expect(
            performing: { _ = try copy.put(.text(Secret("other")), id: "one", stages: ["AWSCURRENT"], at: now) },
            throws: { ($0 as? CloudError)?.code == "ResourceExistsException" })
    }

    @Test mutating func `versions without stages are forgotten, the oldest first`() throws {
        for number in 0...StoredSecret.maximumVersions { try put("\(number)") }
        #expect(secret.versions.count == StoredSecret.maximumVersions && secret.versions.first?.id == "1")
    }

    @Test mutating func `a secret is kept as it is`() throws {
        secret.description = "d"
        secret.endsAt = now
        try put("one")
        _ = try secret.put(.binary(Secret([0, 255])), id: "two", stages: ["AWSPENDING"], at: now)
        #expect(StoredSecret(record: secret.record) == secret)
        #expect(StoredSecret(record: Array("{}".utf8)) == nil)
    }

    @Test func `a seeded secret gets a version only when its value changes`() throws {
        let store = try SecretStore(folder: nil)
        for value in ["one", "one", "two", "two"] { try store.seed("key", with: Secret(value), description: "d") }
        let secret = try store.find("key")
        #expect(secret.versions.map(\.content) == [.text(Secret("one")), .text(Secret("two"))])
        #expect(secret.versions.map(\.stages) == [["AWSPREVIOUS"], ["AWSCURRENT"]])
    }

    @Test func `a secret is found by its name and its ARN until it ends`() throws {
        let clock = ManualClock(), folder = TemporaryFolder()
        let store = try SecretStore(folder: folder.path, clock: clock)
        let made = try store.create("a/b-c", region: "us-east-1", description: nil, keyID: nil)
        #expect(try store.find("a/b-c") == made && store.find(made.arn) == made)
        #expect(try store.find(String(made.arn.dropLast(7))) == made)
        #expect(throws: CloudError.missingSecret) { try store.find(String(made.arn.dropLast(6)) + "ZZZZZ0") }
        #expect(throws: CloudError.self) { try store.create("a/b-c", region: "us-east-1", description: nil, keyID: nil) }
        try store.change("a/b-c") { secret, now in secret.endsAt = now + .seconds(10) }
        #expect(try SecretStore(folder: folder.path, clock: clock).find("a/b-c").endsAt != nil)
        clock.advance(by: .seconds(10))
        #expect(throws: CloudError.missingSecret) { try store.find("a/b-c") }
        #expect(store.all.isEmpty)
        #expect(try store.create("a/b-c", region: "us-east-1", description: nil, keyID: nil).arn != made.arn)
    }
}

@Suite struct TopicTests {
    @Test func `a topic and a subscription are made once`() throws {
        var topics = Topics()
        let topic = try topics.create("alerts", region: "us-east-1"), again = try topics.create("alerts", region: "us-east-1")
        #expect(topic == again && topic.arn == "arn:aws:sns:us-east-1:000000000000:alerts")
        let first = try topics.subscribe("a@example.com", by: "email", to: topic.arn, id: "1"),
            second = try topics.subscribe("a@example.com", by: "email", to: topic.arn, id: "2")
        #expect(first == second && first.arn == topic.arn + ":1")
        #expect(topics.byARN[topic.arn]?.subscriptions == [first])
    }

    @Test(arguments: ["", "a b", "a.fifo", String(repeating: "a", count: 257), "猫"]) func `a topic has a plain name`(name: String) {
        var topics = Topics()
        #expect(performing: { _ = try topics.create(name, region: "us-east-1") }, throws: { ($0 as? CloudError)?.code == "InvalidParameter" })
    }

    @Test func `topics are listed in pages`() throws {
        var topics = Topics()
        for name in ["c", "a", "b"] { _ = try topics.create(name, region: "r") }
        let (arns, next) = topics.list(after: "", limit: 2)
        #expect(arns.map { $0.last } == ["a", "b"] && topics.list(after: next ?? "", limit: 2).arns.map { $0.last } == ["c"])
    }
}
