import Glibc
import Guardrails
import JSON
import TextScan

/// `bench-guardrails FILE…`: what the guardrails say of data sets, a JSON object in each line, and how much of the processor's time they take.
///
/// BENCH_MIXTURES random texts are made of their words (20,000). BENCH_VERBOSE prints each verdict, BENCH_WORST the text that took longest; BENCH_CACHE is a folder for
/// compiled lists.
@main
struct BenchGuardrails {
    struct Sample {
        let id: String
        let family: String
        let prompt: GuardedPrompt
    }

    static func main() throws {
        let start = processorTime()
        let guardrails = try Guardrails(cache: setting("BENCH_CACHE").map { PatternCache(folder: $0) })
        print("set up in \((processorTime() - start) / 1_000_000) ms")
        var samples: [Sample] = []
        for path in CommandLine.arguments.dropFirst() {
            let set = read(path)
            report(path, set, guardrails)
            samples += set
        }
        guard !samples.isEmpty else { return }
        measure("as they are", samples.count, guardrails) { samples[$0].prompt.text }
        measure("2,000 characters each", samples.count, guardrails) { padded(samples[$0].prompt.text) }
        let mixer = Mixer(samples.map(\.prompt.text))
        var random = SystemRandomNumberGenerator()
        measure("random mixtures", setting("BENCH_MIXTURES").flatMap(Int.init) ?? 20_000, guardrails) { _ in mixer.text(&random) }
    }

    static func setting(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    /// Nanoseconds of this thread: what else the machine does is left out.
    static func processorTime() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    static func report(_ path: String, _ samples: [Sample], _ guardrails: Guardrails) {
        var counts: [String: (found: Int, all: Int)] = [:]
        let isVerbose = setting("BENCH_VERBOSE") != nil
        for sample in samples {
            let verdict = guardrails.judge(sample.prompt)
            let isFound = verdict.refusal != nil
            counts[sample.family, default: (0, 0)].all += 1
            if isFound { counts[sample.family, default: (0, 0)].found += 1 }
            guard isVerbose else { continue }
            let earlier = sample.prompt.earlier.isEmpty ? "" : "\(sample.prompt.earlier)"
            print(isFound ? "FOUND" : "PASSED", sample.family, sample.id, verdict.findings.map(\.rule), "\t", earlier, sample.prompt.text.debugDescription)
        }
        print(path)
        for (family, count) in counts.sorted(by: { $0.key < $1.key }) {
            print("  \(family.isEmpty ? "all" : family): \(count.found) of \(count.all), \(count.found * 1_000 / count.all) per thousand")
        }
    }

    static func measure(_ name: String, _ count: Int, _ guardrails: Guardrails, _ text: (Int) -> String) {
        var times: [UInt64] = []
        var worst: (time: UInt64, text: String) = (0, "")
        for number in 0..<count {
            let prompt = GuardedPrompt(text(number))
            // What only the first look took, a page or a cache line, is left out: the better of two counts.
            let time = min(time(prompt, guardrails), time(prompt, guardrails))
            times.append(time)
            if time > worst.time { worst = (time, prompt.text) }
        }
        times.sort()
        guard let last = times.last else { return }
        print("\(name): median \(times[count / 2] / 1_000) us, p99 \(times[count * 99 / 100] / 1_000) us, worst \(last / 1_000) us")
        if setting("BENCH_WORST") != nil { print(worst.text.debugDescription) }
    }

    static func time(_ prompt: GuardedPrompt, _ guardrails: Guardrails) -> UInt64 {
        let start = processorTime()
        _ = guardrails.judge(prompt)
        return processorTime() - start
    }

    static func padded(_ text: String) -> String {
        var result = text
        while result.count < 2_000 { result += " " + text }
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
