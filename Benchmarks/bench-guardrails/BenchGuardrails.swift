import Glibc
import Guardrails
import JSON
import TextScan

/// `bench-guardrails FILE…`: what the guardrails say of data sets, a JSON object in each line, and how long they take over them.
@main
struct BenchGuardrails {
    struct Sample {
        let id: String
        let family: String
        let prompt: GuardedPrompt
    }

    static func main() throws {
        let started = processorTime()
        let cache = getenv("BENCH_CACHE").map { PatternCache(folder: String(cString: $0)) }
        let guardrails = try Guardrails(cache: cache)
        print("set up in \((processorTime() - started) / 1_000_000) ms")
        var samples: [Sample] = []
        for path in CommandLine.arguments.dropFirst() {
            let set = read(path)
            report(path, set, guardrails)
            samples += set
        }
        measure("as they are", samples.map(\.prompt), guardrails)
        measure("2,000 characters each", samples.map { GuardedPrompt(padded($0.prompt.text)) }, guardrails)
        var random = SystemRandomNumberGenerator()
        let pieces = samples.flatMap { $0.prompt.text.split(separator: " ").map(String.init) }
        let count = Int(getenv("BENCH_MIXTURES").map { String(cString: $0) } ?? "") ?? 20_000
        measure("random mixtures", (0..<count).map { _ in GuardedPrompt(mixture(pieces, &random)) }, guardrails)
    }

    static func processorTime() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    static func report(_ path: String, _ samples: [Sample], _ guardrails: Guardrails) {
        var counts: [String: (found: Int, all: Int)] = [:]
        let isVerbose = getenv("BENCH_VERBOSE") != nil
        for sample in samples {
            let verdict = guardrails.judge(sample.prompt)
            let isFound = verdict.refusal != nil
            counts[sample.family, default: (0, 0)].all += 1
            if isFound { counts[sample.family, default: (0, 0)].found += 1 }
            if isVerbose { print(isFound ? "FOUND" : "PASSED", sample.family, sample.id, verdict.findings.map(\.rule), "\t", sample.prompt.earlier.isEmpty ? "" : "\(sample.prompt.earlier)", sample.prompt.text.debugDescription) }
        }
        print(path)
        for (family, count) in counts.sorted(by: { $0.key < $1.key }) {
            print("  \(family.isEmpty ? "all" : family): \(count.found) of \(count.all), \(count.found * 1000 / count.all) per thousand")
        }
    }

    static func measure(_ name: String, _ prompts: [GuardedPrompt], _ guardrails: Guardrails) {
        var times: [UInt64] = []
        var worst: (UInt64, String) = (0, "")
        for prompt in prompts { _ = guardrails.judge(prompt) }
        for prompt in prompts {
            let start = processorTime()
            let verdict = guardrails.judge(prompt)
            let time = processorTime() - start
            if verdict.findings.count > 1_000 { print("never") }
            times.append(time)
            if time > worst.0 { worst = (time, prompt.text) }
        }
        times.sort()
        guard !times.isEmpty else { return }
        print("\(name): median \(times[times.count / 2] / 1000) us, p99 \(times[times.count * 99 / 100] / 1000) us, worst \(times[times.count - 1] / 1000) us")
        if getenv("BENCH_WORST") != nil { print(worst.1.debugDescription) }
    }

    static func padded(_ text: String) -> String {
        var result = text
        while result.count < 2_000 { result += " " + text }
        return String(result.prefix(2_000))
    }

    static func mixture(_ pieces: [String], _ random: inout SystemRandomNumberGenerator) -> String {
        var result = ""
        while result.utf8.count < 2_000, let piece = pieces.randomElement(using: &random) { result += piece + (Bool.random(using: &random) ? " " : "\n") }
        return String(result.prefix(2_000))
    }

    static func read(_ path: String) -> [Sample] {
        guard let file = fopen(path, "rb") else { return [] }
        defer { fclose(file) }
        var bytes: [UInt8] = [], buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
        return bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
            guard let item = try? JSON.parse(Array(line)) else { return nil }
            let earlier = item["earlier"]?.arrayValue?.compactMap(\.stringValue) ?? []
            let prompt = GuardedPrompt(item["text"]?.stringValue ?? "", earlier: earlier)
            return Sample(id: item["id"]?.stringValue ?? "", family: item["family"]?.stringValue ?? "", prompt: prompt)
        }
    }
}
