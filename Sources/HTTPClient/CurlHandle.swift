import CCurl
import Platform

/// One easy handle of libcurl, used for one exchange after the other: what never changes is set once, `prepare` sets all the rest each time.
final class CurlHandle {
    let easy: UnsafeMutableRawPointer
    /// Who is served; libcurl's callbacks find it here.
    @exclusivity(unchecked) var exchange: Exchange?
    /// Where libcurl writes what went wrong.
    let message: UnsafeMutablePointer<CChar>
    var headers: UnsafeMutablePointer<curl_slist>?
    let proxies: HTTPClientProxies
    private unowned let curl: CurlLoop

    /// Nil when libcurl has no memory.
    init?(_ configuration: CurlClient.Configuration, of curl: CurlLoop) {
        guard let easy = curl_easy_init() else { return nil }
        self.easy = easy
        self.curl = curl
        proxies = configuration.proxies
        message = .allocate(capacity: Int(CURL_ERROR_SIZE))
        message.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        setConstants(configuration)
        setTrust(configuration)
        setCallbacks()
    }

    deinit {
        curl_easy_cleanup(easy)
        curl_slist_free_all(headers)
        message.deallocate()
    }

    /// Nanoseconds from the start to when a connection stood and the request began to be sent; nil before.
    var sentAfter: UInt64? {
        var microseconds: curl_off_t = 0
        _ = ccurl_get_offset(easy, CURLINFO_PRETRANSFER_TIME_T, &microseconds)
        return microseconds > 0 ? UInt64(microseconds) * 1_000 : nil
    }

    /// Whether no connection was made for what ended just now.
    var usedKeptConnection: Bool {
        var connects = 0
        return ccurl_get_long(easy, CURLINFO_NUM_CONNECTS, &connects) == CURLE_OK && connects == 0
    }

    /// What libcurl's verdict means.
    func failure(_ code: CURLcode) -> HTTPClientError {
        let detail = message.pointee == 0 ? String(cString: curl_easy_strerror(code)) : String(cString: message)
        switch code {
        // No other time limit is libcurl's.
        case CURLE_OPERATION_TIMEDOUT: return .timedOut(.connecting)
        case CURLE_COULDNT_RESOLVE_HOST: return .unresolvedHost(detail: detail)
        case CURLE_URL_MALFORMAT, CURLE_LOGIN_DENIED: return .invalidRequest(reason: detail)
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM, CURLE_SSL_ISSUER_ERROR:
            return .untrustedServer(detail: detail)
        default: return sentAfter == nil ? .connectionFailed(detail: detail) : .interrupted(detail: detail)
        }
    }

    fileprivate func send(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        guard let exchange else { return Int(CURL_READFUNC_ABORT) }
        let count = exchange.send(into: buffer)
        if exchange.isSendingPaused { curl.startProducer(of: exchange) }
        return count
    }

    func set(_ option: CURLoption, _ value: Int) { _ = ccurl_set_long(easy, option, value) }
    func set(_ option: CURLoption, _ value: String?) { _ = ccurl_set_string(easy, option, value) }
}

// What is told to libcurl once.
extension CurlHandle {
    private func setConstants(_ configuration: CurlClient.Configuration) {
        set(CURLOPT_NOSIGNAL, 1)
        // A long answer costs a third less than with libcurl's 16 KiB; the buffer is there for the time of an exchange alone.
        set(CURLOPT_BUFFERSIZE, 128 * 1024)
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1)
        set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
        set(CURLOPT_PROTOCOLS_STR, "http,https")
        // Names of objects may contain "/../", and signatures cover the path as it is.
        set(CURLOPT_PATH_AS_IS, 1)
        // Names are resolved by a thread; an exchange that ends before leaves it alone instead of waiting for it on the loop.
        set(CURLOPT_QUICK_EXIT, 1)
        set(CURLOPT_USERAGENT, configuration.userAgent)
        set(CURLOPT_MAXAGE_CONN, Int(configuration.idleTimeout.components.seconds))
        set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        // Empty texts, so that libcurl does not read the environment.
        set(CURLOPT_PROXY, "")
        set(CURLOPT_NOPROXY, "")
        _ = ccurl_set_close_on_exec(easy)
        _ = ccurl_set_pointer(easy, CURLOPT_ERRORBUFFER, message)
    }

    private func setTrust(_ configuration: CurlClient.Configuration) {
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        if let file = configuration.certificateAuthorities {
            for option in [CURLOPT_CAINFO, CURLOPT_PROXY_CAINFO] { set(option, file) }
            for option in [CURLOPT_CAPATH, CURLOPT_PROXY_CAPATH] { set(option, nil) }
        } else if CurlLibrary.hasAuthorityFolder {
            // Reading the one authority that is asked for takes less than a millisecond, the whole bundle dozens of them.
            for option in [CURLOPT_CAINFO, CURLOPT_PROXY_CAINFO] { set(option, nil) }
        }
    }

    private func setCallbacks() {
        let context = Unmanaged.passUnretained(self).toOpaque()
        for option in [CURLOPT_PRIVATE, CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_READDATA, CURLOPT_SEEKDATA] {
            _ = ccurl_set_pointer(easy, option, context)
        }
        _ = ccurl_set_data_function(easy, CURLOPT_WRITEFUNCTION, curlReceiveBody)
        _ = ccurl_set_data_function(easy, CURLOPT_HEADERFUNCTION, curlReceiveHeader)
        _ = ccurl_set_data_function(easy, CURLOPT_READFUNCTION, curlSendBody)
        _ = ccurl_set_seek_function(easy, curlRewindBody)
    }

    static func of(_ context: UnsafeMutableRawPointer?) -> CurlHandle { Unmanaged<CurlHandle>.fromOpaque(context!).takeUnretainedValue() }
}

// Global functions, because a C callback must not capture anything.

private func curlReceiveBody(_ bytes: UnsafeMutablePointer<CChar>, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?) -> Int {
    CurlHandle.of(context).exchange?.receive(body: UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
}

private func curlReceiveHeader(_ bytes: UnsafeMutablePointer<CChar>, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?) -> Int {
    let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
    return CurlHandle.of(context).exchange?.receive(headerLine: line) == true ? line.count : 0
}

private func curlSendBody(_ bytes: UnsafeMutablePointer<CChar>, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?) -> Int {
    let buffer = UnsafeMutableRawBufferPointer(start: bytes, count: size * count)
    return CurlHandle.of(context).send(into: buffer)
}

private func curlRewindBody(_ context: UnsafeMutableRawPointer?, _ offset: curl_off_t, _ origin: Int32) -> Int32 {
    offset == 0 && CurlHandle.of(context).exchange?.rewind() == true ? CURL_SEEKFUNC_OK : CURL_SEEKFUNC_CANTSEEK
}
