import CCurl
import Platform

/// libcurl as this process has it.
enum CurlLibrary {
    /// Whether libcurl can be used; its own set-up, which is not thread-safe, happens once for the process.
    ///
    /// Name resolution must not block a loop: libcurl does it on threads of its own when it was built with the threaded resolver, as Debian's is, and then
    /// nothing more is needed.
    static let isUsable: Bool = {
        // libcurl saves and restores the setting when it closes its connections.
        ignoreBrokenPipeSignal()
        return curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK && ccurl_version().pointee.features & CURL_VERSION_ASYNCHDNS != 0
    }()

    /// Whether the system's certificate authorities can be read one by one.
    static let hasAuthorityFolder: Bool = ccurl_version().pointee.capath != nil
}
