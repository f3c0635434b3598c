import Glibc

/// How many files and sockets this process may have open at once: `RLIMIT_NOFILE` of getrlimit(2).
struct DescriptorLimit: Equatable {
    /// Kept for what is no client's connection: listeners, loops, the database, calls to other servers, files.
    static let reserve = 256

    /// The number of descriptors.
    let count: Int

    /// Raises the soft limit to the hard one and tells what holds now. Shells set it to 1,024 for the sake of select(2), which we never call.
    static func raised() -> DescriptorLimit {
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0 else { return DescriptorLimit(count: .max) }
        var wanted = limit
        wanted.rlim_cur = limit.rlim_max
        let now = setrlimit(resource, &wanted) == 0 ? wanted : limit
        return DescriptorLimit(count: Int(clamping: now.rlim_cur))
    }

    /// As many connections as wanted, or as many as the descriptors bear; under a very low limit the reserve is half of it.
    func connections(wanted: Int) -> Int {
        max(1, min(wanted, count - min(Self.reserve, count / 2)))
    }

    static var resource: __rlimit_resource_t { __rlimit_resource_t(RLIMIT_NOFILE.rawValue) }
}
