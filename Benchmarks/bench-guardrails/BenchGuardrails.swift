import Glibc
import Guardrails
import JSON

/// Measures what judging a text costs; prints one object of JSON, in microseconds of processor time.
///
/// `bench-guardrails <count> <file…>`: the files hold texts, an object of JSON with `text` on a line. Each is judged as it is and repeated up to 2,000
/// characters; joined to answers of 8,000; then so many mixtures of them: cut, joined, and with characters that call for more work.
@main struct BenchGuardrails {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 2, let count = Int(arguments[1]) else { fatalError("bench-guardrails <count> <file…>") }
        let start = microseconds()
        let guardrails = try Guardrails()
        let opening = microseconds() - start
        let texts = try arguments[2...].flatMap { try read($0) }
        _ = times(of: texts, guardrails)
        let plain = times(of: texts, guardrails), long = times(of: texts.map { filled($0, to: 2_000) }, guardrails)
        let answers = answers(of: texts).filter { guardrails.judge(answer: $0, as: ExpectedAnswer()).refusal == nil }
        let answered = answers.map { answer in quickest(ifOver: 0) { guardrails.judge(answer: answer, as: ExpectedAnswer()).findings.count } }
        var mixer = Mixer(texts), slowest = Slowest(), mixtures: [Double] = []
        for _ in 0..<count {
            let text = mixer.next()
            let time = quickest(ifOver: slowest.bound) { guardrails.judge(GuardedPrompt(text)).findings.count }
            mixtures.append(time)
            slowest.add(time, text)
        }
        let worst = slowest.again { text in quickest(ifOver: 0) { guardrails.judge(GuardedPrompt(text)).findings.count } }
        let figures = [
            ("opening", opening), ("median", middle(plain)), ("median_2000", middle(long)), ("worst_2000", long.max() ?? 0),
            ("median_answer", middle(answered)),
            ("median_mixture", middle(mixtures)),
            ("worst_mixture", worst.time),
        ]
        let members = figures.map { #""\#($0)": \#($1)"# }.joined(separator: ", ")
        print("{\(members), \"worst_text\": \(String(decoding: JSON.encode(worst.text), as: UTF8.self))}")
    }

    /// The quickest of three for each, so that another process's turn is nobody's slowness.
    private static func times(of texts: [String], _ guardrails: Guardrails) -> [Double] {
        texts.map { text in quickest(ifOver: 0) { guardrails.judge(GuardedPrompt(text)).findings.count } }
    }

    private static func quickest(ifOver bound: Double, _ judge: () -> Int) -> Double {
        var best = time(judge)
        for _ in 0..<2 where best > bound { best = min(best, time(judge)) }
        return best
    }

    private static func time(_ judge: () -> Int) -> Double {
        let start = microseconds()
        let findings = judge()
        let end = microseconds()
        precondition(findings < 10_000)
        return end - start
    }

    /// Some texts after each other, each time one further on, up to 8,000 characters.
    private static func answers(of texts: [String]) -> [String] {
        texts.indices.map { start in String((texts[start...] + texts[..<start]).prefix(400).joined(separator: "\n").prefix(8_000)) }
    }

    private static func middle(_ times: [Double]) -> Double { times.isEmpty ? 0 : times.sorted()[times.count / 2] }

    private static func filled(_ text: String, to length: Int) -> String {
        String(String(repeating: text + " ", count: length / (text.count + 1) + 1).prefix(length))
    }

    private static func microseconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
    }

    private static func read(_ path: String) throws -> [String] {
        guard let file = fopen(path, "rb") else { fatalError("there is no \(path)") }
        defer { fclose(file) }
        var bytes: [UInt8] = [], buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
        return try bytes.split(separator: UInt8(ascii: "\n")).compactMap { try JSON.parse(Array($0))["text"]?.stringValue }
    }
}

/// Makes texts of other texts: the same ones in each run.
private struct Mixer {
    private let texts: [String]
    private var random: UInt64 = 0x5EED
    private let spices = [
        "\u{200B}", "\u{E0069}", "ｉｇｎｏｒｅ", "%69%67", "&#105;", "aWdub3Jl", "69676e6f7265", ".. --. -. --- .-. .", "і", "𝓲", "\u{0301}\u{0301}", "<", "{{", "'",
        "\n\n",
        "\u{FE0F}", "a = \"ig\"; ", " i g n o r e ", "ｶﾞ", "가", "ﷺ", "1", "4111 1111 1111 1111 ", "@", "+81 ", "\\u0069", "0110100101100111 ",
    ]

    init(_ texts: [String]) { self.texts = texts }

    mutating func next() -> String {
        var text = ""
        let length = 200 + below(1_800)
        while text.unicodeScalars.count < length {
            if below(3) == 0 {
                let spice = spices[below(spices.count)]
                text += String(repeating: spice, count: 1 + below(below(10) == 0 ? 400 : 6))
            } else {
                let source = texts[below(texts.count)].unicodeScalars
                text.unicodeScalars.append(contentsOf: source.dropFirst(below(source.count + 1)).prefix(1 + below(200)))
            }
        }
        return String(text.unicodeScalars.prefix(2_000))
    }

    private mutating func below(_ bound: Int) -> Int {
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(random >> 33) % bound
    }
}

/// The texts that took longest. A machine's own pauses are among them, so all are timed again in the end.
private struct Slowest {
    private static let limit = 100
    private var entries: [(time: Double, text: String)] = []

    /// What a text has to exceed to be one of them.
    var bound: Double { entries.count < Self.limit ? 0 : entries.last?.time ?? 0 }

    mutating func add(_ time: Double, _ text: String) {
        guard time > bound else { return }
        entries.insert((time, text), at: entries.firstIndex { $0.time < time } ?? entries.endIndex)
        if entries.count > Self.limit { entries.removeLast() }
    }

    /// The slowest by what each takes now, where that is less.
    func again(_ time: (String) -> Double) -> (time: Double, text: String) {
        entries.map { (min($0.time, time($0.text)), $0.text) }.max { $0.0 < $1.0 } ?? (0, "")
    }
}
