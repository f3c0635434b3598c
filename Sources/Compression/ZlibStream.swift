import CZlib

/// A `z_stream` at an address that stays, as zlib keeps a pointer to it, and the loop that both directions share.
struct ZlibStream: ~Copyable {
    /// Output is produced in pieces of so many bytes.
    static let pieceBytes = 16_384

    let pointer: UnsafeMutablePointer<z_stream>

    init() {
        pointer = .allocate(capacity: 1)
        pointer.initialize(to: z_stream())
    }

    deinit {
        pointer.deinitialize(count: 1)
        pointer.deallocate()
    }

    /// Lends `input` to zlib and calls `step` until it returns false; the bytes it makes are appended to `output`.
    ///
    /// - Parameter step: gets zlib's stream and says whether to go on; `made` is how many bytes its last call wrote.
    func run<Failure: Error>(
        _ input: [UInt8], into output: inout [UInt8], _ step: (UnsafeMutablePointer<z_stream>, _ made: inout Int) throws(Failure) -> Bool
    ) throws(Failure) {
        // zlib counts in 32 bits.
        precondition(input.count <= UInt32.max, "more than 4 GiB in one piece")
        let piece = UnsafeMutablePointer<UInt8>.allocate(capacity: Self.pieceBytes)
        defer {
            piece.deallocate()
            pointer.pointee.next_in = nil
            pointer.pointee.next_out = nil
        }
        let result: Swift.Result<Void, Failure> = input.withUnsafeBufferPointer { bytes in
            pointer.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
            pointer.pointee.avail_in = UInt32(bytes.count)
            do throws(Failure) {
                var goesOn = true
                while goesOn {
                    pointer.pointee.next_out = piece
                    pointer.pointee.avail_out = UInt32(Self.pieceBytes)
                    var made = 0
                    goesOn = try step(pointer, &made)
                    output.append(contentsOf: UnsafeBufferPointer(start: piece, count: made))
                }
                return .success(())
            } catch { return .failure(error) }
        }
        try result.get()
    }
}
