public import HTTPClient
public import Platform

/// Calls one service in one region: signs each attempt, tries again what may help, keeps to a budget of retries.
///
/// Redirects are not followed, as a signature is good for one address. A call takes no longer than the caller's task has left (`TaskDeadline`): a wait
/// that would go beyond it is not begun.
public final class AWSClient: Sendable {
    /// What calls are made with; tests give their own clock, chance and waiting.
    public struct Surroundings: Sendable {
        /// Sends.
        public var http: any HTTPClient
        /// Signs as these.
        public var credentials: any CredentialProvider
        /// When to try again.
        public var policy = RetryPolicy()
        /// Dates signatures.
        public var clock: any WallClock = SystemClock()
        /// Spreads waits, 0..<1.
        public var random: @Sendable () -> Double = { .random(in: 0..<1) }
        /// Waits; throws when the task is cancelled.
        public var pause: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
        /// Hears of failed attempts that are made again.
        public var logger: Logger = .silent

        /// The machine's clock and chance.
        public init(http: any HTTPClient, credentials: any CredentialProvider) {
            self.http = http
            self.credentials = credentials
        }
    }

    private struct State {
        var budget = RetryBudget()
        var clockOffset = ClockOffset()
    }

    /// The service called.
    public let service: AWSService
    /// Such as `us-east-1`.
    public let region: String
    /// Where it is.
    public let endpoint: AWSEndpoint
    let signer: SigV4Signer
    let surroundings: Surroundings
    private let state = Lock(State())

    /// A client of a service; several of one program share what they are given.
    public init(_ service: AWSService, region: String, endpoint: AWSEndpoint? = nil, _ surroundings: Surroundings) {
        self.service = service
        self.region = region
        self.endpoint = endpoint ?? AWSEndpoint(service, region: region)
        self.surroundings = surroundings
        signer = SigV4Signer(region: region, service: service.signingName, variant: service.variant)
    }

    /// A client of a service as the environment says.
    public convenience init(_ service: AWSService, _ settings: AWSSettings, _ surroundings: Surroundings) {
        self.init(service, region: settings.region, endpoint: settings.endpoint(of: service), surroundings)
    }

    /// Makes a call and reads the whole answer, whose status is 200…299.
    public func send(_ call: AWSCall) async throws(AWSError) -> HTTPClientResponse {
        try await attempted(call) { (stream) async throws(HTTPClientError) in
            let body = try await stream.collect()
            if call.mayFailInContent, AWSServiceError.isError(body) { return .error(body) }
            return .answer(HTTPClientResponse(status: stream.status, headers: stream.headers, body: body))
        }
    }

    /// Makes a call and returns when the head of an answer of status 200…299 is there; attempts end there, so what breaks off later is the caller's.
    public func open(_ call: AWSCall) async throws(AWSError) -> HTTPClientStream {
        try await attempted(call) { (stream) async throws(HTTPClientError) in .answer(stream) }
    }

    /// Our time as the service would tell it, as far as we have learnt.
    var now: UnixTime { state.withLock { $0.clockOffset }.corrected(surroundings.clock.now()) }
}

// MARK: - Attempts

extension AWSClient {
    private func attempted<Answer: Sendable>(
        _ call: AWSCall, _ read: (HTTPClientStream) async throws(HTTPClientError) -> Reading<Answer>
    ) async throws(AWSError) -> Answer {
        var attempts = CallAttempts(surroundings.policy, isIdempotent: call.isIdempotent)
        while true {
            let attempt: Attempt<Answer> = await attempt(call, read)
            switch attempt {
            case .answered(let answer):
                state.withLock { attempts.succeeded(&$0.budget) }
                return answer
            case .failed(let cause, let failure):
                let number = attempts.attempt
                let wait = try decide(&attempts, after: failure, cause)
                try await pause(wait, after: cause, attempt: number)
            }
        }
    }

    private enum Attempt<Answer: Sendable>: Sendable {
        case answered(Answer)
        case failed(AWSError.Cause, Failure)
    }

    /// What a status of success was about: an answer, or after all an error document.
    private enum Reading<Answer: Sendable>: Sendable {
        case answer(Answer)
        case error([UInt8])
    }

    private func attempt<Answer: Sendable>(
        _ call: AWSCall, _ read: (HTTPClientStream) async throws(HTTPClientError) -> Reading<Answer>
    ) async -> Attempt<Answer> {
        do throws(AWSError.Cause) {
            let (request, upload) = try await signed(call)
            do throws(HTTPClientError) {
                let stream = try await surroundings.http.stream(request, upload: upload)
                guard (200...299).contains(stream.status) else { return refused(stream, status: stream.status, body: try await Self.document(stream)) }
                switch try await read(stream) {
                case .answer(let answer): return .answered(answer)
                // As if the status had said so, as in botocore.
                case .error(let body): return refused(stream, status: 500, body: body)
                }
            } catch {
                return .failed(error == .cancelled ? .cancelled : .exchange(error), Failure(error))
            }
        } catch {
            return .failed(error, Failure(.permanent, mayHaveHappened: false))
        }
    }

    /// The content of an error, whatever the call's answer may hold; more than a document has is not waited for.
    private static func document(_ stream: HTTPClientStream) async throws(HTTPClientError) -> [UInt8] {
        var body: [UInt8] = []
        while body.count <= AWSServiceError.maximumBytes, let piece = try await stream.next() { body += piece }
        return body
    }

    private func refused<Answer: Sendable>(_ stream: HTTPClientStream, status: Int, body: [UInt8]) -> Attempt<Answer> {
        let now = surroundings.clock.now()
        let error = AWSServiceError(status: status, header: stream.header, body: body)
        let hasLearnt = state.withLock { $0.clockOffset.learn(code: error.code, dateHeader: stream.header("date"), now: now) }
        let retryAfter = RetryAfter.read(now: now, header: stream.header)
        return .failed(.service(error), hasLearnt ? .clockCorrected : Failure(error, retryAfter: retryAfter))
    }

    /// How long to wait; throws when the call has failed.
    private func decide(_ attempts: inout CallAttempts, after failure: Failure, _ cause: AWSError.Cause) throws(AWSError) -> Duration {
        let number = attempts.attempt, random = surroundings.random()
        let decision = state.withLock { attempts.decide(after: failure, &$0.budget, random: random) }
        switch decision {
        case .giveUp(let reason): throw AWSError(cause, attempts: number, reason: reason)
        case .retry(let wait):
            if let left = TaskDeadline.remaining, wait >= left { throw AWSError(cause, attempts: number, reason: .deadline) }
            return wait
        }
    }

    private func pause(_ wait: Duration, after cause: AWSError.Cause, attempt: Int) async throws(AWSError) {
        surroundings.logger.warning("aws.retry") { line in
            line.field("service", service.hostPrefix)
            line.field("attempt", attempt)
            line.field("wait_ms", milliseconds: wait)
            line.field("cause", AWSError(cause).description)
        }
        do { try await surroundings.pause(wait) } catch { throw AWSError(.cancelled, attempts: attempt) }
    }
}
