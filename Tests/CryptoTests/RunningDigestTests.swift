import Crypto
import Encoding
import Testing

@Suite struct RunningDigestTests {
    /// RFC 1321 §A.5; FIPS 180-4 examples.
    @Test(arguments: [
        (RunningDigest.Algorithm.md5, "", "d41d8cd98f00b204e9800998ecf8427e"), (.md5, "abc", "900150983cd24fb0d6963f7d28e17f72"),
        (.sha1, "abc", "a9993e364706816aba3e25717850c26c9cd0d89d"), (.sha256, "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
    func `the worked examples come out`(algorithm: RunningDigest.Algorithm, text: String, digest: String) {
        #expect(Hex.encode(RunningDigest.hash(Array(text.utf8), algorithm)) == digest)
    }

    @Test(arguments: RunningDigest.Algorithm.allCases) func `pieces count as the whole`(algorithm: RunningDigest.Algorithm) {
        let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0) }
        let digest = RunningDigest(algorithm)
        for start in stride(from: 0, to: 1_000, by: 77) { digest.update(Array(bytes[start..<min(start + 77, 1_000)])) }
        digest.update([])
        #expect(digest.finish() == RunningDigest.hash(bytes, algorithm))
    }
}
