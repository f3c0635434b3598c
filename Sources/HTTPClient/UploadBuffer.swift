/// What is still to be sent of a request's body, as a value: given whole, or piece by piece while it is sent.
struct UploadBuffer {
    /// What became of an attempt to take bytes.
    enum Take: Equatable { case bytes(Int), nothingYet, end }

    /// Why a produced body cannot be sent.
    enum Problem: Error, Equatable, CustomStringConvertible {
        case tooLong(lengthBytes: Int)
        case tooShort(producedBytes: Int, lengthBytes: Int)

        var description: String {
            switch self {
            case .tooLong(let length): "the upload is longer than the \(length) bytes that were declared"
            case .tooShort(let produced, let length): "the upload ended after \(produced) of \(length) bytes that were declared"
            }
        }
    }

    /// Above this much the producer waits.
    static var capacityBytes: Int { 64 * 1024 }

    private let whole: [UInt8]?
    private let lengthBytes: Int?
    private var pieces: ArraySlice<[UInt8]> = []
    /// How much of the first piece was taken.
    private var offset = 0
    private var producedBytes = 0
    private var takenBytes = 0
    private var isEnded = false

    /// A body that is there.
    init(_ body: [UInt8]) {
        whole = body
        lengthBytes = body.count
        if !body.isEmpty { pieces = [body] }
        producedBytes = body.count
        isEnded = true
    }

    /// A body to be produced.
    init(lengthBytes: Int?) {
        whole = nil
        self.lengthBytes = lengthBytes
    }

    /// Whether the producer should go on.
    var hasRoom: Bool { producedBytes - takenBytes < Self.capacityBytes }

    /// Whether nothing of it was taken.
    var isUntouched: Bool { takenBytes == 0 }

    /// Adds a piece; nothing of a body that becomes too long is sent beyond its declared length.
    mutating func append(_ piece: [UInt8]) throws(Problem) {
        if let lengthBytes, producedBytes + piece.count > lengthBytes { throw .tooLong(lengthBytes: lengthBytes) }
        guard !piece.isEmpty else { return }
        pieces.append(piece)
        producedBytes += piece.count
    }

    /// No more comes.
    mutating func end() throws(Problem) {
        if let lengthBytes, producedBytes < lengthBytes { throw .tooShort(producedBytes: producedBytes, lengthBytes: lengthBytes) }
        isEnded = true
    }

    /// Copies as much as there is room for.
    mutating func take(into room: UnsafeMutableRawBufferPointer) -> Take {
        var count = 0
        while count < room.count, let first = pieces.first {
            let some = min(room.count - count, first.count - offset)
            first.withUnsafeBytes { room[count...].copyBytes(from: $0[offset..<(offset + some)]) }
            count += some
            offset += some
            if offset == first.count {
                pieces.removeFirst()
                offset = 0
            }
        }
        takenBytes += count
        if count > 0 { return .bytes(count) }
        return isEnded ? .end : .nothingYet
    }

    /// Starts over, for a kept connection that turned out to be closed; false when what was taken is gone.
    mutating func rewind() -> Bool {
        if isUntouched { return true }
        guard let whole else { return false }
        self = UploadBuffer(whole)
        return true
    }
}
