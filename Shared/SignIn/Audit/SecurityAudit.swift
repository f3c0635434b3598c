import Crypto
import Encoding
public import Platform

/// One line in the log for each event of security, in the field's own words. People are keyed hashes, so that their events can be joined, and nobody can
/// be found in a log by an address or a `sub`.
public struct SecurityAudit: Sendable {
    /// What happened.
    public enum Event: String, Sendable, CaseIterable {
        /// An account was asked for.
        case signedUp = "sign-up"
        /// An address was proven.
        case confirmed = "confirmed"
        /// Somebody signed in.
        case signedIn = "signed-in"
        /// A sign-in was refused.
        case signInRefused = "sign-in-refused"
        /// A code was refused.
        case codeRefused = "code-refused"
        /// Somebody signed out here.
        case signedOut = "signed-out"
        /// Somebody signed out everywhere.
        case signedOutEverywhere = "signed-out-everywhere"
        /// One session was ended from another.
        case sessionEnded = "session-ended"
        /// A session's time was over, or the pool would not renew it.
        case sessionOver = "session-over"
        /// A password was changed by who knew the old one.
        case passwordChanged = "password-changed"
        /// A password was not changed: the old one was wrong, or the new one refused.
        case passwordChangeRefused = "password-change-refused"
        /// Another code was asked for.
        case codeResent = "code-resent"
        /// A new password was asked for.
        case passwordForgotten = "password-forgotten"
        /// A password was replaced with a code.
        case passwordReset = "password-reset"
        /// A write did not come from a page of ours.
        case forgeryRefused = "forgery-refused"
        /// A session of somebody else was planted.
        case sessionPlanted = "session-planted"
        /// Too many attempts.
        case throttled = "throttled"
        /// Somebody came back from the hosted pages without having been sent.
        case transactionRefused = "transaction-refused"
        /// A copy of everything we hold about a learner was asked for.
        case exportAsked = "export-asked"
        /// The copy is there.
        case exportReady = "export-ready"
        /// It could not be made.
        case exportFailed = "export-failed"
        /// The deletion of an account was asked for.
        case deletionAsked = "deletion-asked"
        /// Nothing of the learner is left.
        case deletionDone = "deletion-done"
        /// The deletion stopped midway.
        case deletionFailed = "deletion-failed"
    }

    private let logger: Logger
    private let key: [UInt8]

    /// Lines under a key that all services share.
    public init(logger: Logger, key: Secret<String>) {
        self.logger = logger
        self.key = Array(key.reveal().utf8)
    }

    /// Writes a line.
    ///
    /// - Parameters:
    ///   - person: a `sub`, or where nobody is signed in yet the name they gave; only its hash is written.
    ///   - reason: what a program needs to tell events of a kind apart; nothing a person typed.
    public func record(_ event: Event, person: String?, requestID: String, reason: String? = nil) {
        logger.info("security") { line in
            line.field("security_event", event.rawValue)
            line.field("person", person.map(hash))
            line.field("request_id", requestID)
            line.field("reason", reason)
        }
    }

    /// What stands for a person: 64 bits of HMAC-SHA256, enough to join lines, and nothing without the key.
    public func hash(_ person: String) -> String { Hex.encode(Array(HMACSHA256.code(Array(person.lowercased().utf8), key: key).prefix(8))) }
}
