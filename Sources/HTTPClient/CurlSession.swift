import CCurl
import Glibc
import Platform

/// One libcurl handle with its connections. Used by one thread at a time: whoever took it from the client's idle list.
final class CurlSession: @unchecked Sendable {
    /// libcurl's own set-up, which is not thread-safe, once for the process.
    private static let isSetUp: Bool = {
        ignoreBrokenPipeSignal()
        return curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK
    }()

    private let easy: UnsafeMutableRawPointer
    private let multi: UnsafeMutableRawPointer
    private let configuration: CurlClient.Configuration
    /// Where libcurl writes what went wrong.
    private let message: UnsafeMutablePointer<CChar>

    init(_ configuration: CurlClient.Configuration) throws(HTTPClientError) {
        guard Self.isSetUp, let easy = curl_easy_init() else { throw .connectionFailed(detail: "libcurl cannot start") }
        guard let multi = curl_multi_init() else {
            curl_easy_cleanup(easy)
            throw .connectionFailed(detail: "libcurl cannot start")
        }
        _ = ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, 8)
        self.easy = easy
        self.multi = multi
        self.configuration = configuration
        message = .allocate(capacity: Int(CURL_ERROR_SIZE))
    }

    deinit {
        curl_easy_cleanup(easy)
        curl_multi_cleanup(multi)
        message.deallocate()
    }

    /// Sends the request and waits for the whole answer. Blocks.
    func perform(_ request: HTTPClientRequest, _ cancellation: CurlCancellation) throws(HTTPClientError) -> HTTPClientResponse {
        let transfer = CurlTransfer(limits: request.limits)
        message.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        curl_easy_reset(easy)
        setConnectionOptions(request.limits)
        setCallbacks(transfer)
        let headers = setRequest(request)
        defer { curl_slist_free_all(headers) }
        let result = request.body.withUnsafeBytes { body in
            setBody(body, method: request.method)
            return withExtendedLifetime(transfer) { run(cancellation) }
        }
        guard let result else { throw .cancelled }
        guard result == CURLE_OK else { throw failure(result, transfer, request.limits) }
        var status = 0
        _ = ccurl_get_long(easy, CURLINFO_RESPONSE_CODE, &status)
        return HTTPClientResponse(status: status, headers: transfer.headers, body: transfer.body)
    }

    /// Drives the transfer to its end; nil when it was cancelled. The multi interface, because its wait can be woken from outside.
    private func run(_ cancellation: CurlCancellation) -> CURLcode? {
        cancellation.attach(multi)
        curl_multi_add_handle(multi, easy)
        defer {
            cancellation.detach()
            curl_multi_remove_handle(multi, easy)
        }
        var running: Int32 = 0
        while !cancellation.isCancelled {
            guard curl_multi_perform(multi, &running) == CURLM_OK else { return CURLE_FAILED_INIT }
            if running == 0 { return outcome() }
            curl_multi_poll(multi, nil, 0, 1000, nil)
        }
        return nil
    }

    private func outcome() -> CURLcode {
        var left: Int32 = 0
        while let event = curl_multi_info_read(multi, &left) {
            if event.pointee.msg == CURLMSG_DONE { return event.pointee.data.result }
        }
        return CURLE_FAILED_INIT
    }

    private func failure(_ code: CURLcode, _ transfer: CurlTransfer, _ limits: HTTPClientLimits) -> HTTPClientError {
        if transfer.isTooLarge || code == CURLE_FILESIZE_EXCEEDED { return .responseTooLarge(limitBytes: limits.maximumResponseBytes) }
        let detail = message.pointee == 0 ? String(cString: curl_easy_strerror(code)) : String(cString: message)
        switch code {
        case CURLE_OPERATION_TIMEDOUT: return .timedOut
        case CURLE_COULDNT_RESOLVE_HOST: return .unresolvedHost(detail: detail)
        case CURLE_COULDNT_CONNECT: return .connectionFailed(detail: detail)
        case CURLE_URL_MALFORMAT, CURLE_LOGIN_DENIED: return .invalidRequest(reason: detail)
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM, CURLE_SSL_ISSUER_ERROR:
            return .untrustedServer(detail: detail)
        default: return .interrupted(detail: detail)
        }
    }
}

// What is told to libcurl before each exchange; `curl_easy_reset` has forgotten all of it, but keeps connections.
extension CurlSession {
    private func setConnectionOptions(_ limits: HTTPClientLimits) {
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1)
        set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
        set(CURLOPT_CONNECTTIMEOUT_MS, milliseconds(limits.connectTimeout))
        set(CURLOPT_TIMEOUT_MS, milliseconds(limits.totalTimeout))
        _ = ccurl_set_offset(easy, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(max(limits.maximumResponseBytes, 1)))
        _ = ccurl_set_string(easy, CURLOPT_PROTOCOLS_STR, "http,https")
        _ = ccurl_set_string(easy, CURLOPT_PROXY, "")
        _ = ccurl_set_string(easy, CURLOPT_USERAGENT, configuration.userAgent)
        if let file = configuration.certificateAuthorities {
            _ = ccurl_set_string(easy, CURLOPT_CAINFO, file)
            _ = ccurl_set_string(easy, CURLOPT_CAPATH, nil)
        }
        _ = ccurl_set_pointer(easy, CURLOPT_ERRORBUFFER, message)
    }

    private func setCallbacks(_ transfer: CurlTransfer) {
        let context = Unmanaged.passUnretained(transfer).toOpaque()
        _ = ccurl_set_data_function(easy, CURLOPT_WRITEFUNCTION, curlReceiveBody)
        _ = ccurl_set_pointer(easy, CURLOPT_WRITEDATA, context)
        _ = ccurl_set_data_function(easy, CURLOPT_HEADERFUNCTION, curlReceiveHeader)
        _ = ccurl_set_pointer(easy, CURLOPT_HEADERDATA, context)
    }

    /// Returns the header list, to be freed after the exchange.
    private func setRequest(_ request: HTTPClientRequest) -> UnsafeMutablePointer<curl_slist>? {
        _ = ccurl_set_string(easy, CURLOPT_URL, request.url)
        var list: UnsafeMutablePointer<curl_slist>?
        // A colon alone takes away what libcurl would add by itself.
        var lines = ["Expect:"]
        if !request.headers.contains(where: { $0.name.lowercased() == "content-type" }) { lines.append("Content-Type:") }
        lines += request.headers.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
        for line in lines { list = curl_slist_append(list, line) }
        _ = ccurl_set_headers(easy, list)
        return list
    }

    private func setBody(_ body: UnsafeRawBufferPointer, method: String) {
        if method == "HEAD" { return set(CURLOPT_NOBODY, 1) }
        if !body.isEmpty || ["POST", "PUT", "PATCH"].contains(method) {
            set(CURLOPT_POST, 1)
            _ = ccurl_set_offset(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
            // A null pointer would make libcurl read standard input.
            if let start = body.baseAddress, !body.isEmpty {
                _ = ccurl_set_pointer(easy, CURLOPT_POSTFIELDS, start)
            } else {
                _ = ccurl_set_pointer(easy, CURLOPT_POSTFIELDS, message)
            }
        }
        if method != "GET" || !body.isEmpty { _ = ccurl_set_string(easy, CURLOPT_CUSTOMREQUEST, method) }
    }

    private func set(_ option: CURLoption, _ value: Int) { _ = ccurl_set_long(easy, option, value) }

    /// At least 1: libcurl takes 0 for "no limit".
    private func milliseconds(_ duration: Duration) -> Int {
        let (seconds, attoseconds) = duration.components
        return max(1, Int(min(max(seconds, 0), 86_400)) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
    }
}
