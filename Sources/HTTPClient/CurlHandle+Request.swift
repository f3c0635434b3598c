import CCurl
import Platform
import Reactor

// What is told to libcurl for each exchange. Everything that any exchange sets is set by all, so that nothing of the one before is left.
extension CurlHandle {
    /// Bodies up to this length are copied by libcurl and leave together with the head, in one packet where they fit.
    private static var copiedBodyLimitBytes: Int { 64 * 1024 }

    func prepare(_ exchange: Exchange, at now: UInt64) {
        let request = exchange.order.request
        self.exchange = exchange
        message.pointee = 0
        set(CURLOPT_URL, request.url)
        setConnectTimeout(min(request.limits.connectTimeout.nanoseconds, exchange.order.deadline - min(now, exchange.order.deadline)))
        set(CURLOPT_ACCEPT_ENCODING, request.decompresses ? "" : nil)
        if proxies.http != nil || proxies.https != nil { set(CURLOPT_PROXY, request.isDirect ? "" : proxies.proxy(for: exchange.order.origin)?.reveal() ?? "") }
        setBody(exchange.order)
        setHeaders(request)
    }

    /// The exchange is over; the handle keeps no part of it.
    func release() {
        exchange = nil
        _ = ccurl_set_headers(easy, nil)
        curl_slist_free_all(headers)
        headers = nil
    }

    private func setBody(_ order: Order) {
        let request = order.request
        let hasBody = order.upload != nil || !request.body.isEmpty
        // For a request without a body libcurl asks nobody; it sends none again that was the first on its connection.
        set(CURLOPT_FRESH_CONNECT, !hasBody && !request.mayBeRepeated ? 1 : 0)
        // Takes back whatever method and body were set before.
        set(CURLOPT_HTTPGET, 1)
        set(CURLOPT_CUSTOMREQUEST, request.method == "HEAD" || (request.method == "GET" && !hasBody) ? nil : request.method)
        if request.method == "HEAD" {
            set(CURLOPT_NOBODY, 1)
        } else if let upload = order.upload {
            setUpload(lengthBytes: upload.lengthBytes ?? -1)
        } else if request.body.count > Self.copiedBodyLimitBytes || hasBody && !request.mayBeRepeated {
            // What libcurl has copied it would send again without asking; this way it must ask (`Exchange.rewind`).
            setUpload(lengthBytes: request.body.count)
        } else if hasBody || ["POST", "PUT", "PATCH"].contains(request.method) {
            copyBody(request.body)
        }
    }

    /// libcurl asks for the body piece by piece; -1 is a length that nobody knows, sent in chunks.
    private func setUpload(lengthBytes: Int) {
        set(CURLOPT_UPLOAD, 1)
        _ = ccurl_set_offset(easy, CURLOPT_INFILESIZE_LARGE, curl_off_t(lengthBytes))
    }

    private func copyBody(_ body: [UInt8]) {
        set(CURLOPT_POST, 1)
        _ = ccurl_set_offset(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
        // A null pointer would make libcurl ask for the body.
        _ = body.withUnsafeBytes { ccurl_set_pointer(easy, CURLOPT_COPYPOSTFIELDS, $0.baseAddress ?? UnsafeRawPointer(message)) }
    }

    private func setHeaders(_ request: HTTPClientRequest) {
        // A colon alone takes away what libcurl would add by itself.
        headers = curl_slist_append(nil, "Expect:")
        if !request.headers.contains(where: { $0.name.utf8.count == 12 && $0.name.lowercased() == "content-type" }) {
            headers = curl_slist_append(headers, "Content-Type:")
        }
        for header in request.headers {
            headers = curl_slist_append(headers, header.value.isBlank ? "\(header.name);" : "\(header.name): \(header.value)")
        }
        _ = ccurl_set_headers(easy, headers)
    }

    /// At least a millisecond: libcurl takes 0 for its own default.
    private func setConnectTimeout(_ nanoseconds: UInt64) {
        set(CURLOPT_CONNECTTIMEOUT_MS, Int(min(max(nanoseconds / 1_000_000, 1), 86_400_000)))
    }
}

extension String {
    /// Nothing to be seen in it: libcurl would leave out a field of such a value, although it may be signed.
    fileprivate var isBlank: Bool { utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 } }
}
