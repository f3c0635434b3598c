import Crypto
import Encoding
import Platform

/// Makes a part of an upload from bytes of an object. Blocks.
struct PartCopier: Sendable {
    let folder: S3Folder

    private static let pieceBytes = 1_048_576

    /// The part, its content in a new data file.
    func copy(_ range: Range<Int>, of file: OpenFile, number: Int, _ algorithm: ChecksumAlgorithm?, at moment: UnixTime) throws -> MultipartUpload.Part {
        let dataID = UUIDText.random(), md5 = RunningDigest(.md5), checksum = algorithm.map { RunningChecksum($0) }
        try folder.write(dataID) { write throws in
            for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.pieceBytes) {
                let bytes = try file.read(start..<min(start + Self.pieceBytes, range.upperBound))
                try write(bytes)
                md5.update(bytes)
                checksum?.update(bytes)
            }
        }
        return MultipartUpload.Part(
            number: number, dataID: dataID, byteCount: range.count, tag: Hex.encode(md5.finish()),
            checksum: checksum.map { Checksum($0.algorithm, Base64.encode($0.finish())) }, lastModified: moment)
    }
}
