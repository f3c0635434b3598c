/// Who answers: the model of local-cloud, or one that is plugged in.
protocol ModelBackend: Sendable {
    /// The whole answer.
    func reply(to request: ConverseRequest, _ call: CallSettings) async throws(ServiceFault) -> ConverseReply
    /// The answer while it comes. What fails before the first event fails here.
    func events(for request: ConverseRequest, _ call: CallSettings) async throws(ServiceFault) -> any ConverseEventSource
}

/// Where the events of an answer come from; nil at its end.
protocol ConverseEventSource: AnyObject {
    func next() async throws(ServiceFault) -> ConverseEvent?
}

/// What a call says beside its body.
struct CallSettings: Sendable, Equatable {
    var careless: Carelessness?
    /// The number of the attempt, from 1, as SDKs send it in `amz-sdk-request`.
    var attempt = 1
}

/// Events that are there already.
final class ListedEvents: ConverseEventSource {
    private var rest: ArraySlice<ConverseEvent>

    init(_ events: [ConverseEvent]) { rest = events[...] }

    func next() async throws(ServiceFault) -> ConverseEvent? { rest.popFirst() }
}
