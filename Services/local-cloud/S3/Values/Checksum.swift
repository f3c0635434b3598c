import Compression
import Crypto
import Encoding

/// The additional checksums of S3. Source: Amazon S3 user guide, "Checking object integrity".
enum ChecksumAlgorithm: String, Sendable, CaseIterable {
    case crc32 = "CRC32"
    case crc32c = "CRC32C"
    case crc64nvme = "CRC64NVME"
    case sha1 = "SHA1"
    case sha256 = "SHA256"

    /// `x-amz-checksum-crc32`.
    var field: String { "x-amz-checksum-\(rawValue.lowercased())" }
    /// `ChecksumCRC32`.
    var element: String { "Checksum\(rawValue)" }
}

/// A checksum of an object, as it is told.
struct Checksum: Sendable, Equatable {
    /// What it is of.
    enum Scope: String, Sendable {
        case whole = "FULL_OBJECT"
        /// Of the parts' checksums; the value ends in their number.
        case parts = "COMPOSITE"
    }

    var algorithm: ChecksumAlgorithm
    /// Base64, for parts with `-` and their number.
    var value: String
    var scope = Scope.whole

    init(_ algorithm: ChecksumAlgorithm, _ value: String, scope: Scope = .whole) {
        self.algorithm = algorithm
        self.value = value
        self.scope = scope
    }
}

/// A checksum of content that arrives piece by piece. One caller at a time.
final class RunningChecksum {
    private enum State {
        case crc32(CRC32)
        case table(ReflectedCRC)
        case digest(RunningDigest)
    }

    let algorithm: ChecksumAlgorithm
    private var state: State

    init(_ algorithm: ChecksumAlgorithm) {
        self.algorithm = algorithm
        state =
            switch algorithm {
            case .crc32: .crc32(CRC32())
            case .crc32c: .table(ReflectedCRC(.castagnoli))
            case .crc64nvme: .table(ReflectedCRC(.nvme))
            case .sha1: .digest(RunningDigest(.sha1))
            case .sha256: .digest(RunningDigest(.sha256))
            }
    }

    func update(_ bytes: [UInt8]) {
        switch state {
        case .crc32(var crc):
            crc.update(bytes)
            state = .crc32(crc)
        case .table(var crc):
            crc.update(bytes)
            state = .table(crc)
        case .digest(let digest): digest.update(bytes)
        }
    }

    /// The bytes of the checksum, the most significant first; to be asked for once.
    func finish() -> [UInt8] {
        switch state {
        case .crc32(let crc): (0..<4).map { UInt8(truncatingIfNeeded: crc.value >> UInt32(24 - 8 * $0)) }
        case .table(let crc): crc.bytes
        case .digest(let digest): digest.finish()
        }
    }

    static func of(_ bytes: [UInt8], _ algorithm: ChecksumAlgorithm) -> [UInt8] {
        let checksum = RunningChecksum(algorithm)
        checksum.update(bytes)
        return checksum.finish()
    }
}

/// A cyclic redundancy check that reads bits from the lowest, begins with ones and is inverted at the end. Source: "Catalogue of parametrised CRC algorithms".
struct ReflectedCRC: Sendable {
    /// A polynomial with the table made from it.
    struct Parameters: Sendable {
        let width: Int
        let table: [UInt64]

        init(width: Int, reflectedPolynomial: UInt64) {
            self.width = width
            table = (0..<256).map { index in (0..<8).reduce(UInt64(index)) { value, _ in value & 1 == 1 ? value >> 1 ^ reflectedPolynomial : value >> 1 } }
        }

        /// CRC-32/ISCSI.
        static let castagnoli = Parameters(width: 32, reflectedPolynomial: 0x82F6_3B78)
        /// CRC-64/NVME.
        static let nvme = Parameters(width: 64, reflectedPolynomial: 0x9A6C_9329_AC4B_C9B5)
    }

    private let parameters: Parameters
    private var value: UInt64

    init(_ parameters: Parameters) {
        self.parameters = parameters
        value = .max >> UInt64(64 - parameters.width)
    }

    mutating func update(_ bytes: [UInt8]) {
        var next = value
        parameters.table.withUnsafeBufferPointer { table in
            for byte in bytes { next = table[Int((next ^ UInt64(byte)) & 0xFF)] ^ next >> 8 }
        }
        value = next
    }

    var bytes: [UInt8] {
        let result = ~value
        return stride(from: parameters.width - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: result >> UInt64($0)) }
    }
}
