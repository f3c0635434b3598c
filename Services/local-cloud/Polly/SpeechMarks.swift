import JSON

/// Writes speech marks as Polly does: a line of JSON each, with the bytes of the text it is about. Source: Amazon Polly developer guide, "Speech marks".
enum SpeechMarks {
    static func lines(_ marks: [Speech.Mark], of text: String, types: [String]) -> [UInt8] {
        let bytes = Array(text.utf8)
        var sentence = 0, word = 0
        var lines: [UInt8] = []
        for mark in marks {
            var place: Range<Int>?
            switch mark.type {
            case "sentence":
                place = find(Array(mark.value.utf8), in: bytes, from: sentence)
                if let place { (sentence, word) = (place.upperBound, place.lowerBound) }
            case "ssml":
                if let start = find(Array("<mark".utf8), in: bytes, from: sentence)?.lowerBound, let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) {
                    place = start..<end + 1
                    sentence = end + 1
                }
            default:
                place = find(Array(mark.value.utf8), in: bytes, from: word)
                if let place { word = place.upperBound }
            }
            if types.contains(mark.type) { lines += line(mark, place) }
        }
        return lines
    }

    private static func line(_ mark: Speech.Mark, _ place: Range<Int>?) -> [UInt8] {
        var members: [JSONFragment.Member] = [.init("time", .int(mark.time)), .init("type", .string(mark.type))]
        // What is spoken in place of the text, as an alias is, stands nowhere in it.
        if let place { members += [.init("start", .int(place.lowerBound)), .init("end", .int(place.upperBound))] }
        return JSON.encode(JSONFragment.object(members + [.init("value", .string(mark.value))])) + [UInt8(ascii: "\n")]
    }

    private static func find(_ wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Range<Int>? {
        guard !wanted.isEmpty, bytes.count >= wanted.count, start <= bytes.count - wanted.count else { return nil }
        return (start...bytes.count - wanted.count).first { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }.map { $0..<$0 + wanted.count }
    }
}
