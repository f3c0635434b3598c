import Crypto
import Encoding
import Testing

@Suite struct SHA1Tests {
    // FIPS 180-4, examples
    @Test(arguments: [("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"), ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709")])
    func `digests are those of the standard's examples`(text: String, digest: String) {
        #expect(Hex.encode(SHA1.hash(Array(text.utf8))) == digest)
    }
}
