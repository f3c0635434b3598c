import Glibc
import Testing

@testable import Guardrails

/// What is looked for far ahead is looked for once: four times the text takes about four times the time.
@Suite(.timeLimit(.minutes(1))) struct LinearTests {
    /// Microseconds of this thread's processor time, the fewest of some runs, for 8 KB and for 32 KB.
    private func times(_ start: String, _ piece: String, _ body: (String) -> Int) -> (short: Int, long: Int) {
        func now() -> Int {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return time.tv_sec * 1_000_000 + time.tv_nsec / 1_000
        }
        func time(_ bytes: Int) -> Int {
            let text = start + String(repeating: piece, count: bytes / piece.utf8.count)
            return (0..<2).map { _ in
                let start = now()
                #expect(body(text) >= 0)
                return now() - start
            }.min() ?? 0
        }
        return (time(8_192), time(32_768))
    }

    @Test(arguments: ["sk-", "eyJ-", "eyJhbGciOiJ-", "eyJhbGciOi.", "ghp_", "xoxb-1.", "a@", "https://a:", "-----BEGIN "]) func `keys that are none`(
        piece: String
    ) {
        let (short, long) = times("", piece) { PersonalData(in: $0).matches.count }
        #expect(long < short * 9 + 10_000, "\(piece): \(short), \(long)")
    }

    @Test(arguments: [
        ("https://a.example/(", ")"), ("see http://x.de", ")"), ("", "<!--"), ("", "<script>"), ("", "<script><style>"), ("", "]("), ("", "](()"),
        ("", "[x](a.b)"),
        ("", "&a"), ("", "&#60"), ("", "<a"), ("", "<a@b>"), ("", "javascript "), ("", "www."), ("", "a.b/"), ("", "//"), ("", "x:"), ("", "https://a.de!!!! "),
    ]) func `links and tags without an end`(start: String, piece: String) {
        let (short, long) = times(start, piece) { AnswerCleaner.clean($0).utf8.count }
        #expect(long < short * 9 + 10_000, "\(piece): \(short), \(long)")
    }
}
