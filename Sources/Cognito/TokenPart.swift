/// The parts of a signed token (RFC 7515 section 3.1), in their order.
public enum TokenPart: String, Sendable, CaseIterable {
    /// How it is signed, and by which key.
    case header
    /// What it says.
    case payload
    /// That it was not changed.
    case signature
}
