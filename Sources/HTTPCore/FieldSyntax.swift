/// Byte classes of RFC 9110 §5.5 and §5.6.
public enum FieldSyntax {
    /// True for `tchar` (RFC 9110 §5.6.2).
    @inlinable
    public static func isTokenByte(_ byte: UInt8) -> Bool {
        // Two 64-bit masks instead of a table: a global table costs a lazy-initialisation check per use.
        let low: UInt64 = 0x03FF_6CFA_0000_0000
        let high: UInt64 = 0x57FF_FFFF_C7FF_FFFE
        if byte < 64 { return low >> UInt64(byte) & 1 == 1 }
        return byte < 128 && high >> UInt64(byte - 64) & 1 == 1
    }

    /// True for what a field value may hold: visible ASCII, obs-text, space and tab (RFC 9110 §5.5).
    @inlinable
    public static func isValueByte(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x7F || byte == 0x09
    }

    /// The lower-case form of an ASCII letter; other bytes as they are.
    @inlinable
    public static func lowercased(_ byte: UInt8) -> UInt8 {
        byte &- 65 < 26 ? byte | 0x20 : byte
    }

    /// True when two byte strings differ in ASCII case at most.
    @inlinable
    public static func equalsIgnoringCase(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        for index in left.indices where lowercased(left[index]) != lowercased(right[index]) { return false }
        return true
    }
}
