import HTTPCore

/// Fields made once, so that a response copies references.
enum ContentFields {
    static let json: Fields = [.contentType: "application/json"]
    static let error: Fields = [.contentType: "application/json", .cacheControl: "no-store"]
    static let text: Fields = [.contentType: "text/plain; charset=utf-8"]
    static let events: Fields = [.contentType: "text/event-stream", .cacheControl: "no-store", "X-Accel-Buffering": "no"]
    static let html: Fields = [.contentType: "text/html; charset=utf-8"]
}
