@testable import Web

/// A form means the same however it arrives, its bounds hold, and its parts read the same when they are written anew.
func fuzzMultipart(_ input: [UInt8]) {
    let boundary = input.first == UInt8(ascii: "+") ? "--x" : "b"
    let body = Array(input.dropFirst())
    let whole = FormReading(body, boundary, arrivingAt: [body.count])
    for ends in arrivals(of: body.count) { require(FormReading(body, boundary, arrivingAt: ends) == whole, "a form depends on its splits: \(ends)") }
    require(whole.parts.count <= FormReading.limits.partCount, "too many parts")
    guard whole.error == nil else { return }
    let wire = whole.parts.flatMap { Array("--\(boundary)\r\n".utf8) + $0.wire } + Array("--\(boundary)--".utf8)
    let again = FormReading(wire, boundary, arrivingAt: [wire.count])
    // Quotes and escapes may make a part's head longer than it came.
    if again.error == .headTooLarge(limitBytes: FormReading.limits.partHeaderBytes) { return }
    require(again == whole, "a form written anew reads differently")
}

private struct FormReading: Equatable {
    static let limits: MultipartLimits = {
        var limits = MultipartLimits()
        limits.partCount = 8
        limits.partHeaderBytes = 512
        return limits
    }()

    struct Part: Equatable {
        var head: MultipartPartHead
        var content: [UInt8] = []
        var isWhole = false

        var wire: [UInt8] {
            let filename = head.filename.map { "; filename=\(quoted($0))" } ?? ""
            let type = head.contentType.map { "Content-Type: \($0)\r\n" } ?? ""
            return Array("Content-Disposition: form-data; name=\(quoted(head.name))\(filename)\r\n\(type)\r\n".utf8) + content + [0x0D, 0x0A]
        }
    }

    var parts: [Part] = []
    var error: MultipartError?

    init(_ bytes: [UInt8], _ boundary: String, arrivingAt ends: [Int]) {
        do throws(MultipartError) {
            var parser = try MultipartParser(boundary: boundary, limits: Self.limits)
            var start = 0
            for end in ends {
                try read(Array(bytes[start..<end]), &parser)
                start = end
            }
            try parser.finish()
            require(parts.allSatisfy(\.isWhole), "a form ended within a part")
        } catch {
            self.error = error
        }
    }

    private mutating func read(_ piece: [UInt8], _ parser: inout MultipartParser) throws(MultipartError) {
        var position = 0
        while let event = try parser.next(piece, &position) {
            switch event {
            case .part(let head): parts.append(Part(head: head))
            case .content(let bytes):
                require(!bytes.isEmpty && parts.last?.isWhole == false, "content outside of a part")
                parts[parts.count - 1].content += bytes
            case .partEnd:
                require(parts.last?.isWhole == false, "the end of a part that is none")
                parts[parts.count - 1].isWhole = true
            }
        }
        require(position == piece.count, "bytes were left over")
    }
}
