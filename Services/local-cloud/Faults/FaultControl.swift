import HTTPCore
import Platform

/// The faults of this process: what is asked for by requests and on the control page.
final class FaultControl: Sendable {
    private let schedule = Lock(FaultSchedule())

    /// What was set for services, in their order.
    var standing: [(kind: CloudServiceKind, fault: Fault, happened: Int)] {
        let set = schedule.withLock { $0.standing }
        return CloudServiceKind.allCases.compactMap { kind in set[kind].map { (kind, $0.fault, $0.happened) } }
    }

    func set(_ fault: Fault?, for kind: CloudServiceKind) { schedule.withLock { $0.set(fault, for: kind) } }

    func clear() { schedule.withLock { $0.clear() } }

    /// Lets a request go wrong if it is its turn, else or afterwards lets `answer` answer.
    ///
    /// - Throws: `CloudError` for throttling, errors and a header that cannot be read; `CancellationError` when the client leaves meanwhile.
    func apply(to request: Request, of kind: CloudServiceKind, _ answer: () async throws -> Response) async throws -> Response {
        guard let fault = try next(request, kind) else { return try await answer() }
        switch fault.kind {
        case .throttle: throw kind.throttling
        case .error: throw kind.failure(status: fault.status)
        case .slow:
            try await Task.sleep(for: fault.delay)
            return try await answer()
        case .reset, .cut:
            // Without content there is nothing to break off.
            if request.method == .head { throw kind.failure(status: 500) }
            return fault.kind == .reset ? .reset : try await answer().cutOff()
        }
    }

    private func next(_ request: Request, _ kind: CloudServiceKind) throws(CloudError) -> Fault? {
        var asked: Fault?
        if let text = request.fields["X-Local-Fault"] {
            asked = Fault(text)
            if asked == nil { throw CloudError("InvalidRequest", "X-Local-Fault must be \(Fault.syntax).") }
        }
        let call = request.fields["amz-sdk-invocation-id"] ?? "\(request.method.name) \(request.target.path) \(request.fields["X-Amz-Target"] ?? "")"
        let chance = Double.random(in: 0..<1), wanted = asked
        return schedule.withLock { $0.next(for: kind, asked: wanted, call: call, chance: chance) }
    }
}
