import Glibc
import TestKit
import Testing

@testable import ServiceKit

/// Each test has a process of its own.
@Suite(.timeLimit(.minutes(5))) struct `Termination signals` {
    @Test func `the first signal is an event, SIGINT as well as SIGTERM`() async {
        await #expect(processExitsWith: .exitCode(7)) {
            endSoon()
            let signals = TerminationSignals()
            kill(getpid(), SIGTERM)
            await signals.first()
            exit(7)
        }
        await #expect(processExitsWith: .exitCode(7)) {
            endSoon()
            let signals = TerminationSignals()
            kill(getpid(), SIGINT)
            await signals.first()
            exit(7)
        }
    }

    @Test func `a second signal ends the process at once, whatever it is doing`() async {
        await #expect(processExitsWith: .exitCode(1)) {
            endSoon()
            let signals = TerminationSignals()
            kill(getpid(), SIGTERM)
            await signals.first()
            kill(getpid(), SIGTERM)
            // A drain that does not end.
            sleep(600)
            exit(7)
        }
    }
}
