import Testing

@testable import local_cloud

@Suite struct FaultDraftTests {
    private func form(
        kind: String? = nil, occurrence: String? = "always", count: String? = nil, percent: String? = nil, seconds: String? = nil, status: String? = nil
    ) -> FaultDraft {
        FaultDraft(FaultForm(service: "s3", kind: kind, occurrence: occurrence, count: count, percent: percent, seconds: seconds, status: status, clear: nil))
    }

    @Test(arguments: [
        "throttle", "throttle;count=1000", "error;count=1;status=503", "error;probability=0.125;status=500", "slow;seconds=0.25",
        "slow;probability=1.0;seconds=60.0",
        "reset;count=7", "cut;probability=0.3", "cut;probability=0.0",
    ])
    func `a form shows a fault so that it is read as the same`(text: String) throws {
        let fault = try #require(Fault(text))
        #expect(try FaultDraft(fault).fault() == fault)
    }

    @Test func `nothing is chosen for a service that works`() throws { #expect(try FaultDraft(nil).fault() == nil) }

    @Test func `what a kind does not need is not looked at`() throws {
        #expect(try form(kind: "throttle", count: "many", percent: "x", seconds: "-1", status: "200").fault() == Fault("throttle"))
        #expect(try form(kind: "slow", occurrence: "chance", count: "", percent: " 12.5 ", seconds: "0").fault() == Fault("slow;seconds=0;probability=0.125"))
    }

    @Test(
        arguments: [
            (nil, "always", nil, "", [.kind]), ("boom", "always", nil, "", [.kind]), ("throttle", nil, nil, "", [.occurrence]),
            ("error", "always", nil, "404", [.status]),
            ("slow", "first", "0", "60.5", [.seconds, .count]), ("slow", "first", "1001", "nan", [.seconds, .count]),
            ("slow", "first", "1.5", "-1", [.seconds, .count]),
            ("cut", "chance", "101", "", [.percent]), ("cut", "chance", "", "", [.percent]),
        ] as [(String?, String?, String?, String, Set<FaultDraft.Field>)])
    func `every field that cannot be read has a sentence`(
        kind: String?, occurrence: String?, number: String?, more: String, wrong: Set<FaultDraft.Field>
    ) throws {
        let draft = form(kind: kind, occurrence: occurrence, count: number, percent: number, seconds: more, status: more)
        let problems = #expect(throws: FaultDraft.Problems.self) { try draft.fault() }
        #expect(problems.map { Set($0.sentences.keys) } == wrong)
    }

    @Test(arguments: [
        ("throttle", "throttled, every time"), ("error;status=503;count=1", "fails with 503, once"),
        ("slow;seconds=1.5;count=3", "answers 1.5 s late, the first 3 times"),
        ("reset;probability=0.3", "no answer, 30 % of the time"), ("cut", "half an answer, every time"),
    ])
    func `a fault is told in words`(text: String, words: String) throws { #expect(try #require(Fault(text)).words == words) }

    @Test func `a fault is over when it has happened as often as it was to`() throws {
        let twice = try #require(Fault("reset;count=2"))
        #expect(!twice.isOver(happened: 1) && twice.isOver(happened: 2) && !Fault(.reset).isOver(happened: 9))
    }
}
