import HTTPCore
import Testing

@Suite struct FramingTests {
    static func post(_ text: String) -> String { "POST / HTTP/1.1\r\nHost: a\r\n" + text + "\r\n\r\n" }
    static func old(_ text: String) -> String { "POST / HTTP/1.0\r\n" + text + "\r\n\r\n" }

    static let rules: [HeadRule] = [
        .accepts("without a length there is no content", "RFC 9112 §6.3", post("A: b"), "POST / 1.1 none keep"),
        .accepts("Content-Length says where the content ends", "RFC 9112 §6.3", post("Content-Length: 5"), "POST / 1.1 length(5) keep"),
        .accepts("a length of 0 is a length", "RFC 9110 §8.6", post("Content-Length: 0"), "POST / 1.1 length(0) keep"),
        .accepts("a length may have leading zeros", "RFC 9110 §8.6", post("content-length: 0005"), "POST / 1.1 length(5) keep"),
        .accepts("GET may have content", "RFC 9110 §9.3.1", HeadRule.fields("Content-Length: 5"), "GET / 1.1 length(5) keep"),
        .accepts("HTTP/1.0 may have content", "RFC 9112 §6.3", old("Content-Length: 5"), "POST / 1.0 length(5) close"),
        .accepts("the largest length is read", "RFC 9110 §8.6", post("Content-Length: 9223372036854775807"), "POST / 1.1 length(9223372036854775807) keep"),
        .accepts("chunked says that chunks follow", "RFC 9112 §6.1", post("Transfer-Encoding: chunked"), "POST / 1.1 chunked keep"),
        .accepts("the name of a coding has no case", "RFC 9112 §7", post("transfer-encoding: CHUNKED"), "POST / 1.1 chunked keep"),
        .refuses("a length has no sign", "RFC 9110 §8.6", post("Content-Length: +5"), .badContentLength),
        .refuses("a length is not negative", "RFC 9110 §8.6", post("Content-Length: -5"), .badContentLength),
        .refuses("a length is not empty", "RFC 9110 §8.6", post("Content-Length: "), .badContentLength),
        .refuses("a length is decimal", "RFC 9110 §8.6", post("Content-Length: 0x5"), .badContentLength),
        .refuses("a length has no fraction", "RFC 9110 §8.6", post("Content-Length: 5.0"), .badContentLength),
        .refuses("a length has no white space inside", "RFC 9110 §8.6", post("Content-Length: 5 5"), .badContentLength),
        .refuses("a length above the largest number is refused", "RFC 9110 §8.6", post("Content-Length: 9223372036854775808"), .badContentLength),
        .refuses("a length that overflows twice is refused", "RFC 9110 §8.6", post("Content-Length: 184467440737095516160"), .badContentLength),
        .refuses("a list of differing lengths is refused", "RFC 9112 §6.3", post("Content-Length: 5, 6"), .badContentLength),
        .refuses("a list of equal lengths is refused", "RFC 9112 §6.3", post("Content-Length: 5,5"), .badContentLength),
        .refuses("differing lengths are refused", "RFC 9112 §6.3", post("Content-Length: 5\r\nContent-Length: 6"), .badContentLength),
        .refuses("equal lengths are refused", "RFC 9110 §8.6", post("Content-Length: 5\r\ncontent-length: 5"), .badContentLength),
        .refuses("a length and chunks are refused", "RFC 9112 §6.1", post("Content-Length: 5\r\nTransfer-Encoding: chunked"), .conflictingFraming),
        .refuses("chunks and a length are refused", "RFC 9112 §6.1", post("Transfer-Encoding: chunked\r\nContent-Length: 5"), .conflictingFraming),
        .refuses("a length and another coding are refused", "RFC 9112 §6.1", post("Content-Length: 5\r\nTransfer-Encoding: gzip"), .conflictingFraming),
        .refuses("chunked twice in a list is refused", "RFC 9112 §6.1", post("Transfer-Encoding: chunked, chunked"), .badTransferEncoding),
        .refuses("chunked on two lines is refused", "RFC 9112 §6.1", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"), .badTransferEncoding),
        .refuses("chunked not last is refused", "RFC 9112 §6.1", post("Transfer-Encoding: chunked, gzip"), .badTransferEncoding),
        .refuses(
            "chunked not last on two lines is refused", "RFC 9112 §6.1", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity"), .badTransferEncoding
        ),
        .refuses("chunked has no parameters", "RFC 9112 §7.1", post("Transfer-Encoding: chunked;q=1"), .badTransferEncoding),
        .refuses("an empty coding is refused", "RFC 9112 §6.1", post("Transfer-Encoding:"), .badTransferEncoding),
        .refuses("an empty element before chunked is refused", "RFC 9112 §6.1", post("Transfer-Encoding: ,chunked"), .badTransferEncoding),
        .refuses("an empty element after chunked is refused", "RFC 9112 §6.1", post("Transfer-Encoding: chunked,"), .badTransferEncoding),
        .refuses("a quoted coding is refused", "RFC 9112 §7", post("Transfer-Encoding: \"chunked\""), .badTransferEncoding),
        .refuses("two words are no coding", "RFC 9112 §7", post("Transfer-Encoding: x chunked"), .badTransferEncoding),
        .refuses("a coding we do not know is not implemented", "RFC 9112 §6.1", post("Transfer-Encoding: gzip"), .unknownTransferCoding),
        .refuses(
            "a coding we do not know before chunked is not implemented", "RFC 9112 §6.1", post("Transfer-Encoding: gzip, chunked"), .unknownTransferCoding),
        .refuses("identity is no coding any more", "RFC 9112 §7", post("Transfer-Encoding: identity"), .unknownTransferCoding),
        .refuses("a name that ends in chunked is another coding", "RFC 9112 §7", post("Transfer-Encoding: xchunked"), .unknownTransferCoding),
        .refuses("a name that starts with chunked is another coding", "RFC 9112 §7", post("Transfer-Encoding: chunkedx"), .unknownTransferCoding),
        .refuses("chunks in HTTP/1.0 are refused", "RFC 9112 §6.1", old("Transfer-Encoding: chunked"), .badTransferEncoding),
        .refuses("other codings in HTTP/1.0 are refused", "RFC 9112 §6.1", old("Transfer-Encoding: gzip"), .badTransferEncoding),
    ]

    @Test(arguments: rules) func `framing`(_ rule: HeadRule) {
        #expect(parse(rule.bytes) == rule.outcome)
    }

    @Test func `what follows the head stays in the input (RFC 9112 §9.3.2)`() {
        let bytes = [UInt8](Self.post("Content-Length: 5").utf8) + Array("helloGET /".utf8)
        #expect(parse(bytes) == .head("POST / 1.1 length(5) keep", left: "helloGET /"))
    }
}
