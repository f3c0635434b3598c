import JSON
import Testing

@testable import LearnerData

@Suite(.timeLimit(.minutes(5))) struct ExportDocumentTests {
    private func document(_ parts: [(name: String, pages: [[Int]])]) throws -> JSONFragment {
        var job = DataJob(id: 1, kind: .export, subject: "a \"quoted\" subject", askedAt: 0, pieces: 0, attempts: 1, lease: "l"), bytes: [UInt8] = []
        for (place, part) in parts.enumerated() {
            for (number, items) in part.pages.enumerated() {
                let page = ExportPage(items, next: number + 1 < part.pages.count ? "\(number)" : nil)
                bytes += try ExportDocument.piece(
                    page, of: part.name, isFirstOfPart: number == 0, isLastPart: place + 1 == parts.count, for: job)
                job.pieces += 1
            }
        }
        return try JSON.parse(bytes)
    }

    @Test(arguments: [[[]], [[1]], [[1, 2], [3]], [[1], []], [[1], [2], [3, 4]]] as [[[Int]]])
    func `pages become one array, wherever they end`(pages: [[Int]]) throws {
        let items = JSONFragment.array(pages.flatMap { $0 }.map { .int($0) })
        let document = try document([("first", pages), ("second", pages), ("third", [[9]])])
        #expect(document["subject"] == .string("a \"quoted\" subject"))
        #expect(document["asked_at"] == .string("1970-01-01T00:00:00Z"))
        #expect(document["first"] == items)
        #expect(document["second"] == items)
        #expect(document["third"] == .array([.int(9)]))
    }

    @Test func `a page beyond its bound is refused`() {
        let job = DataJob(id: 1, kind: .export, subject: "s", askedAt: 0, pieces: 1, attempts: 1, lease: "l")
        let large = ExportPage(texts: [[UInt8](repeating: 49, count: ExportPage.maximumBytes)], next: nil)
        #expect(throws: LearnerDataError.self) { try ExportDocument.piece(large, of: "a", isFirstOfPart: true, isLastPart: false, for: job) }
        let longCursor = ExportPage([1], next: String(repeating: "c", count: ExportPage.maximumCursorBytes + 1))
        #expect(throws: LearnerDataError.self) { try ExportDocument.piece(longCursor, of: "a", isFirstOfPart: true, isLastPart: false, for: job) }
    }
}
