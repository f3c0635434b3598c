public import AWS
import JSON
public import Platform

/// Tells the subscribers of an SNS topic: at most one message of each kind in an interval, in the background.
///
/// What cannot be sent is logged; the log line of the call itself holds what happened in any case.
public final class AdminTopic: ModelAlerts {
    private let arn: String
    private let client: SNSClient
    private let service: String
    private let clock: any MonotonicClock
    private let logger: Logger
    private let gate: Lock<AlertGate>

    /// A topic by its ARN; `service` is the program's name in messages.
    public init(_ arn: String, _ client: SNSClient, service: String, interval: Duration, clock: any MonotonicClock = SystemClock(), logger: Logger) {
        self.arn = arn
        self.client = client
        self.service = service
        self.clock = clock
        self.logger = logger
        gate = Lock(AlertGate(interval: interval))
    }

    /// Sends the alert unless one of its kind was sent lately. There are six kinds, so that is how many are on their way at most.
    public func raise(_ alert: ModelAlert) {
        let now = clock.uptime()
        guard let keptBack = gate.withLock({ $0.pass(alert, at: now) }) else { return }
        Task.detached { [self] in await send(alert, keptBack: keptBack) }
    }

    private func send(_ alert: ModelAlert, keptBack: Int) async {
        let body: JSONFragment = [
            "alert": .string(alert.kind.rawValue), "priority": .string(alert.priority.rawValue), "service": .string(service),
            "purpose": .string(alert.purpose), "request_id": .string(alert.requestID), "detail": .string(alert.detail), "kept_back": .int(keptBack),
        ]
        do throws(AWSError) {
            try await client.publish(
                to: arn, subject: "[\(alert.priority.rawValue)] \(alert.kind.rawValue) in \(service)", message: JSON.string(body),
                attributes: ["priority": alert.priority.rawValue, "alert": alert.kind.rawValue])
        } catch {
            let now = clock.uptime()
            gate.withLock { $0.failed(alert, keptBack: keptBack, at: now) }
            logger.error("model.alert") { line in
                line.field("alert", alert.kind.rawValue)
                line.field("request_id", alert.requestID)
                line.field("reason", error.description)
            }
        }
    }
}
