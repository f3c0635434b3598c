import CCurl

/// What arrives during one exchange; libcurl's callbacks write into it.
final class CurlTransfer {
    private let limits: HTTPClientLimits
    private(set) var headers: [HTTPClientHeader] = []
    private(set) var body: [UInt8] = []
    private(set) var isTooLarge = false
    private var headerBytes = 0
    private var headIsComplete = false

    init(limits: HTTPClientLimits) { self.limits = limits }

    /// False ends the exchange.
    func receive(body bytes: UnsafeRawBufferPointer) -> Bool {
        guard body.count + bytes.count <= limits.maximumResponseBytes else {
            isTooLarge = true
            return false
        }
        body.append(contentsOf: bytes)
        return true
    }

    /// One line of the head, with its line end. A status line starts anew, after an interim answer; lines after the head are trailers.
    func receive(headerLine bytes: UnsafeRawBufferPointer) -> Bool {
        headerBytes += bytes.count
        guard headerBytes <= limits.maximumHeaderBytes else {
            isTooLarge = true
            return false
        }
        let line = String(decoding: bytes, as: UTF8.self).trimmingLineEnd()
        if line.hasPrefix("HTTP/") {
            headers = []
            headIsComplete = false
        } else if line.isEmpty {
            headIsComplete = true
        } else if !headIsComplete, let colon = line.firstIndex(of: ":") {
            headers.append(HTTPClientHeader(String(line[..<colon]), String(line[line.index(after: colon)...]).trimmingBlanks()))
        }
        return true
    }
}

/// For CURLOPT_WRITEFUNCTION: a global function, because a C callback must not capture anything.
func curlReceiveBody(_ bytes: UnsafeMutablePointer<CChar>, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?) -> Int {
    let transfer = Unmanaged<CurlTransfer>.fromOpaque(context!).takeUnretainedValue()
    return transfer.receive(body: UnsafeRawBufferPointer(start: bytes, count: size * count)) ? size * count : 0
}

/// For CURLOPT_HEADERFUNCTION.
func curlReceiveHeader(_ bytes: UnsafeMutablePointer<CChar>, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?) -> Int {
    let transfer = Unmanaged<CurlTransfer>.fromOpaque(context!).takeUnretainedValue()
    return transfer.receive(headerLine: UnsafeRawBufferPointer(start: bytes, count: size * count)) ? size * count : 0
}

extension String {
    fileprivate func trimmingLineEnd() -> String {
        String(decoding: utf8.prefix { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }

    fileprivate func trimmingBlanks() -> String {
        let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        var bytes = utf8.drop(while: isBlank)
        while let last = bytes.last, isBlank(last) { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
