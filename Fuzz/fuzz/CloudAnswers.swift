import JSON

@testable import AWS

/// What our client makes of a stream of the stand-in's.
///
/// - Parameter answer: the same as one document, if it is to be compared.
func requireClientReads(_ wire: [UInt8], as answer: [UInt8]?) {
    var decoder = ConverseDecoder()
    decoder.receive(wire)
    do throws(ConverseStreamError) {
        while try decoder.next() != nil {}
        try decoder.finish()
    } catch {
        // A local model's tools may begin twice; our own model's do not.
        require(answer == nil, "our client refuses our stream: \(error)")
        return
    }
    guard let answer, let document = try? JSON.parse(answer), let whole = try? ConverseResponse(document) else {
        require(answer == nil, "our client refuses our answer")
        return
    }
    guard let streamed = try? decoder.arrived.response() else { fatalError("our client cannot make an answer of our stream") }
    require(streamed.text == whole.text && streamed.message.toolUses == whole.message.toolUses, "stream and answer differ")
    require(streamed.stopReason == whole.stopReason && streamed.usage == whole.usage, "stream and answer end differently")
}
