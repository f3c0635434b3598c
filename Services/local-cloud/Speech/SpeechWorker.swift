import JSON
import Platform

/// Speaks by a process of its own, which is started when it is first needed and again when it has ended.
///
/// One request at a time; at most 16 more wait. An answer that takes longer than the limit costs the process its life.
final class SpeechWorker: Sendable {
    private let python: String
    private let limit: Duration
    private let workers = BlockingPool(label: "speech", threads: 1, queueLimit: 16)
    private let process = Lock<SpeechProcess?>(nil)

    /// - Parameters:
    ///   - python: an interpreter that has pyopenjtalk-plus.
    ///   - limit: for one request, the start of the process included.
    init(python: String, limit: Duration = .seconds(30)) {
        self.python = python
        self.limit = limit
    }

    /// - Throws: `SpeechError`, or `BlockingPoolError` when too many wait.
    func speak(_ request: SpeechRequest) async throws -> Speech {
        try await workers.run { [self] in try speakNow(request) }
    }

    /// Ends the process; it does not outlive the service in any case, for its input ends with it.
    func stop() async {
        let running = process.withLock { process in
            defer { process = nil }
            return process
        }
        running?.end()
    }

    /// On the pool's one thread. A process that died since the last request is replaced, once.
    private func speakNow(_ request: SpeechRequest) throws -> Speech {
        let deadline = ContinuousClock.now + limit
        if let running = process.withLock({ $0 }), running.isRunning {
            do {
                return try exchange(request, with: running, until: deadline)
            } catch SpeechError.ended {}
        }
        let started = try SpeechProcess(python: python)
        process.withLock { $0 = started }
        return try exchange(request, with: started, until: deadline)
    }

    private func exchange(_ request: SpeechRequest, with running: SpeechProcess, until deadline: ContinuousClock.Instant) throws -> Speech {
        let header: JSONFragment, audio: [UInt8]
        do {
            try running.send(JSON.encode(request.json), until: deadline)
            header = try JSON.parse(try running.receive(until: deadline))
            audio = try running.receive(until: deadline)
        } catch {
            // Where it stands between two frames nobody knows.
            process.withLock { $0 = nil }
            running.end()
            throw error
        }
        if let error = header["error"]?.stringValue { throw SpeechError.refused(error) }
        return Speech(audio: audio, marks: (header["marks"]?.arrayValue ?? []).compactMap(Speech.Mark.init))
    }
}

extension Speech.Mark {
    fileprivate init?(_ json: JSONFragment) {
        guard let time = json["time"]?.intValue, let type = json["type"]?.stringValue, let value = json["value"]?.stringValue else { return nil }
        self.init(time: time, type: type, value: value)
    }
}
