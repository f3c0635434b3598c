import Platform

/// How often names asked for a code for a new password in the last hour. Names that do not exist count too, so that the limit tells nothing.
struct CodeRequests: Sendable {
    /// The most names remembered; those that asked longest ago give way first, then all.
    static let maximumNames = 10_000
    /// Codes per hour and name.
    static let maximumPerHour = 5

    private var times: [String: [UnixTime]] = [:]

    /// Counts a request.
    ///
    /// - Throws: `limitExceeded` for the sixth within an hour.
    mutating func count(_ name: String, at now: UnixTime) throws(CognitoError) {
        let hourAgo = now - .seconds(3600)
        let recent = (times[name] ?? []).filter { $0 > hourAgo }
        guard recent.count < Self.maximumPerHour else { throw .limitExceeded(.attempts) }
        if times.count >= Self.maximumNames, times[name] == nil {
            times = times.filter { ($0.value.last ?? hourAgo) > hourAgo }
            if times.count >= Self.maximumNames { times = [:] }
        }
        times[name] = recent + [now]
    }

    /// How many names are remembered.
    var count: Int { times.count }
}
