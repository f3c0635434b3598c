import AWS
import Glibc
import HTTPClient
import Platform
import Reactor

/// Measures what a program spends on calling others, on one loop; prints one object of JSON.
///
/// `calls <url> <seconds> <at once>`: processor time per small call. `stream <url>`: processor time and largest memory for one long answer.
/// `signatures <seconds>`: requests signed per second.
@main struct BenchClient {
    static func main() async throws {
        let arguments = CommandLine.arguments
        let group = EventLoopGroup(count: 1)
        let client = CurlClient(on: group)
        switch arguments.dropFirst().first {
        case "calls" where arguments.count == 5:
            try await calls(client, arguments[2], seconds: Double(arguments[3])!, atOnce: Int(arguments[4])!, on: group.loops[0])
        case "stream" where arguments.count == 3: try await stream(client, arguments[2], on: group.loops[0])
        case "signatures" where arguments.count == 3: try signatures(seconds: Double(arguments[2])!)
        default: fatalError("bench-client calls <url> <seconds> <at once> | stream <url> | signatures <seconds>")
        }
    }

    private static func calls(_ client: CurlClient, _ url: String, seconds: Double, atOnce: Int, on loop: isolated EventLoop) async throws {
        for _ in 0..<500 { _ = try await client.send(HTTPClientRequest(url: url)) }
        let (end, cpu) = (ContinuousClock.now + .seconds(seconds), processorSeconds())
        let callers = (0..<atOnce).map { _ in
            Task {
                _ = loop
                var count = 0
                while ContinuousClock.now < end {
                    guard try await client.send(HTTPClientRequest(url: url)).status == 200 else { fatalError("the server answers otherwise") }
                    count += 1
                }
                return count
            }
        }
        var count = 0
        for caller in callers { count += try await caller.value }
        print(#"{"calls": \#(count), "cpu_microseconds": \#((processorSeconds() - cpu) / Double(count) * 1e6)}"#)
    }

    /// Read on the loop, as a handler does.
    private static func stream(_ client: CurlClient, _ url: String, on loop: isolated EventLoop) async throws {
        let cpu = processorSeconds()
        let limits = HTTPClientLimits(totalTimeout: .seconds(600), maximumResponseBytes: 1 << 40)
        let stream = try await client.stream(HTTPClientRequest(url: url, limits: limits))
        var bytes = 0
        while let piece = try await stream.next() { bytes += piece.count }
        print(#"{"bytes": \#(bytes), "cpu_seconds": \#(processorSeconds() - cpu), "largest_megabytes": \#(Double(usage().ru_maxrss) / 1e3)}"#)
    }

    /// A call of Bedrock with 2 KiB of content, as a chat makes one.
    private static func signatures(seconds: Double) throws {
        let keys = AWSCredentials(accessKey: "AKIDEXAMPLE", secretKey: Secret("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"))
        let signer = SigV4Signer(region: "us-east-1", service: "bedrock")
        let request = try SigningRequest(
            method: "POST", url: "https://bedrock-runtime.us-east-1.amazonaws.com/model/anthropic.claude-haiku-4-5-20251001-v1%3A0/converse",
            headers: [.init("Content-Type", "application/json")], payload: .bytes([UInt8](repeating: 0x61, count: 2_048)))
        let (end, clock) = (ContinuousClock.now + .seconds(seconds), SystemClock())
        var count = 0
        while ContinuousClock.now < end {
            for _ in 0..<100 { _ = try signer.sign(request, with: keys, at: clock.now()) }
            count += 100
        }
        print(#"{"signatures": \#(Double(count) / seconds)}"#)
    }

    private static func usage() -> rusage {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage
    }

    private static func processorSeconds() -> Double {
        let usage = usage()
        return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
    }
}
