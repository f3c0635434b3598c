public import HTTPCore

extension DoorPage {
    /// Sends the visitor on after a form: 303, or for our script 204 with the place in `X-Location`.
    ///
    /// A script's `fetch` would follow a 303 by itself, take the next page's one-time notice away, and fail where it leads to another origin.
    /// - Parameter location: a path of ours or a whole address; the caller has checked it.
    public static func redirect(to location: String, answering request: Request) -> Response {
        guard request.fields.contains(scriptField) else { return Response(status: 303, fields: [.location: location, .cacheControl: "no-store"]) }
        return Response(status: .noContent, fields: ["X-Location": location, .cacheControl: "no-store"])
    }

    /// Sent by our script alone; other origins cannot send it without asking first.
    static let scriptField: FieldName = "X-House-Form"
}
