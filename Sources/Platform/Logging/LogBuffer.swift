import Glibc

/// The bytes of a line while it is composed: plain memory that grows, because an `[UInt8]` costs a uniqueness check per byte.
struct LogBuffer: ~Copyable {
    private var memory: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0
    /// False while it writes into memory that was lent.
    private var ownsMemory: Bool

    init(capacity: Int) {
        memory = .allocate(capacity: capacity)
        self.capacity = capacity
        ownsMemory = true
    }

    /// Writes into `lent` as long as that is large enough; the lender outlives the buffer.
    init(lent: UnsafeMutableBufferPointer<UInt8>) {
        memory = lent.baseAddress!
        capacity = lent.count
        ownsMemory = false
    }

    deinit { if ownsMemory { memory.deallocate() } }

    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: memory, count: count) }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        reserve(1)
        memory[count] = byte
        count += 1
    }

    @inline(__always)
    mutating func append(_ start: UnsafePointer<UInt8>, _ length: Int) {
        reserve(length)
        memcpy(memory + count, start, length)
        count += length
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        if let start = bytes.baseAddress { append(start, bytes.count) }
    }

    mutating func append(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append($0) } }

    @inline(__always)
    mutating func append(_ text: StaticString) {
        if text.hasPointerRepresentation { append(text.utf8Start, text.utf8CodeUnitCount) } else { text.withUTF8Buffer { append($0) } }
    }

    /// `,"name":`, in one go: a line has some ten of them.
    mutating func appendKey(_ name: StaticString) {
        let length = name.utf8CodeUnitCount
        reserve(length + 4)
        memory[count] = UInt8(ascii: ",")
        memory[count + 1] = UInt8(ascii: "\"")
        memcpy(memory + count + 2, name.utf8Start, length)
        memory[count + 2 + length] = UInt8(ascii: "\"")
        memory[count + 3 + length] = UInt8(ascii: ":")
        count += length + 4
    }

    @inline(__always)
    private mutating func reserve(_ more: Int) {
        if count + more > capacity { grow(more) }
    }

    @inline(never)
    private mutating func grow(_ more: Int) {
        capacity = max(capacity * 2, count + more)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        memcpy(larger, memory, count)
        if ownsMemory { memory.deallocate() }
        memory = larger
        ownsMemory = true
    }
}
