/// A value that never prints itself: descriptions, mirrors and dumps show `«redacted»`. Read it with `reveal()`, at the last moment.
public struct Secret<Value: Sendable>: Sendable {
    private let value: Value

    /// Hides `value`.
    public init(_ value: Value) { self.value = value }

    /// The hidden value; do not log, print or store what this returns.
    public func reveal() -> Value { value }

    /// A secret made from this one.
    public func map<Other: Sendable, Failure: Error>(_ transform: (Value) throws(Failure) -> Other) throws(Failure) -> Secret<Other> {
        Secret<Other>(try transform(value))
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Always `«redacted»`.
    public var description: String { "«redacted»" }
    /// Always `«redacted»`.
    public var debugDescription: String { "«redacted»" }
    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}

extension Secret: Equatable where Value: SecretBytesConvertible {
    /// Compares in a time that depends on the lengths alone.
    public static func == (left: Secret, right: Secret) -> Bool {
        left.value.withSecretBytes { left in right.value.withSecretBytes { right in equalInConstantTime(left, right) } }
    }
}

/// What can be compared byte by byte in constant time.
public protocol SecretBytesConvertible: Sendable {
    /// Calls `body` with the bytes, valid during the call only.
    func withSecretBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result
}

extension String: SecretBytesConvertible {
    /// Its UTF-8 bytes.
    public func withSecretBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        var copy = self
        return copy.withUTF8 { body(UnsafeRawBufferPointer($0)) }
    }
}

extension [UInt8]: SecretBytesConvertible {
    /// Its bytes.
    public func withSecretBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result { withUnsafeBytes(body) }
}

@inline(never)
private func equalInConstantTime(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    guard left.count == right.count else { return false }
    var difference: UInt8 = 0
    for index in 0..<left.count { difference |= left[index] ^ right[index] }
    return difference == 0
}
