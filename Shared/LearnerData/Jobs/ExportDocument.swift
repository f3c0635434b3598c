import Encoding
import JSON
import Platform

/// The copy as a JSON document that is written piece by piece: who, when, and an array for each part.
enum ExportDocument {
    /// The bytes that a page adds.
    ///
    /// - Throws: `LearnerDataError.pageTooLarge`.
    static func piece(
        _ page: ExportPage, of part: String, isFirstOfPart: Bool, isLastPart: Bool, for job: DataJob
    ) throws(LearnerDataError) -> [UInt8] {
        var bytes: [UInt8] = job.pieces == 0 ? head(job) : []
        if isFirstOfPart { bytes += Array(",\n\"\(part)\":[".utf8) }
        for (place, item) in page.items.enumerated() {
            // A page before has items, for only the last may have none.
            bytes += place > 0 || !isFirstOfPart ? Array(",\n".utf8) : Array("\n".utf8)
            bytes += item
        }
        if page.next == nil { bytes += Array((isLastPart ? "]}\n" : "]").utf8) }
        guard bytes.count <= ExportPage.maximumBytes, (page.next ?? "").utf8.count <= ExportPage.maximumCursorBytes else {
            throw .pageTooLarge(part: part, bytes: bytes.count)
        }
        return bytes
    }

    private static func head(_ job: DataJob) -> [UInt8] {
        let asked = JSON.string(Timestamp(secondsSinceEpoch: job.askedAt))
        return Array("{\"subject\":\(JSON.string(job.subject)),\"asked_at\":\(asked)".utf8)
    }
}
