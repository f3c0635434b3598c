import Glibc
import Platform
import Synchronization

/// The worker's process, and a socket to its standard input and output. Every call blocks, at most until its deadline.
final class SpeechProcess: Sendable {
    private let processID: pid_t
    private let channel: Int32
    private let hasEnded = Atomic(false)
    /// The longest frame taken from it, in bytes.
    private static let maximumFrameBytes = 64 << 20

    /// Starts it.
    init(python: String) throws(SpeechError) {
        ignoreBrokenPipeSignal()
        var ends: [Int32] = [-1, -1]
        // Closed on exec from the beginning: another worker that starts at this moment does not inherit them.
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw .cannotStart(code: errno) }
        let (id, code) = Self.spawn(python, channel: ends[1])
        close(ends[1])
        guard code == 0 else {
            close(ends[0])
            throw .cannotStart(code: code)
        }
        (processID, channel) = (id, ends[0])
        _ = fcntl(channel, F_SETFL, fcntl(channel, F_GETFL) | O_NONBLOCK)
    }

    deinit {
        end()
        close(channel)
    }

    /// Whether it lives. Once it was seen to have ended, its number may be another's and is not used again.
    var isRunning: Bool {
        if hasEnded.load(ordering: .acquiring) { return false }
        if waitpid(processID, nil, WNOHANG) == 0 { return true }
        hasEnded.store(true, ordering: .releasing)
        return false
    }

    /// Ends it at once and leaves no zombie; again is harmless.
    func end() {
        guard !hasEnded.exchange(true, ordering: .acquiringAndReleasing) else { return }
        kill(processID, SIGKILL)
        waitpid(processID, nil, 0)
    }

    /// Sends a frame.
    func send(_ content: [UInt8], until deadline: ContinuousClock.Instant) throws(SpeechError) {
        let frame = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: content.count >> $0) } + content
        var sent = 0
        while sent < frame.count {
            let count = frame.withUnsafeBytes { write(channel, $0.baseAddress! + sent, frame.count - sent) }
            if count > 0 { sent += count } else { try wait(channel, POLLOUT, deadline) }
        }
    }

    /// Receives a frame.
    func receive(until deadline: ContinuousClock.Instant) throws(SpeechError) -> [UInt8] {
        let length = try bytes(4, deadline).reduce(0) { $0 << 8 | Int($1) }
        guard length <= Self.maximumFrameBytes else { throw .ended }
        return try bytes(length, deadline)
    }

    private func bytes(_ wanted: Int, _ deadline: ContinuousClock.Instant) throws(SpeechError) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: wanted), received = 0
        while received < wanted {
            let count = buffer.withUnsafeMutableBytes { read(channel, $0.baseAddress! + received, wanted - received) }
            if count == 0 { throw .ended }
            if count > 0 { received += count } else { try wait(channel, POLLIN, deadline) }
        }
        return buffer
    }

    /// After a call that could not go on at once.
    private func wait(_ descriptor: Int32, _ event: Int32, _ deadline: ContinuousClock.Instant) throws(SpeechError) {
        guard errno == EAGAIN || errno == EINTR else { throw .ended }
        let left = (deadline - ContinuousClock.now).wholeMilliseconds
        guard left > 0 else { throw .timedOut }
        var waiting = pollfd(fd: descriptor, events: Int16(event), revents: 0)
        if poll(&waiting, 1, Int32(min(left, 60_000))) == 0 { throw .timedOut }
    }

    /// Starts the interpreter with the embedded program; signals are as in a fresh process.
    private static func spawn(_ python: String, channel: Int32) -> (pid_t, Int32) {
        var actions = posix_spawn_file_actions_t(), attributes = posix_spawnattr_t(), signals = sigset_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_adddup2(&actions, channel, 0)
        posix_spawn_file_actions_adddup2(&actions, channel, 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        let program = String(decoding: PackageResources.speech_worker_py, as: UTF8.self)
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(python), strdup("-c"), strdup(program), nil]
        defer { for argument in arguments { free(argument) } }
        var id: pid_t = 0
        let code = posix_spawnp(&id, python, &actions, &attributes, &arguments, environ)
        return (id, code)
    }
}
