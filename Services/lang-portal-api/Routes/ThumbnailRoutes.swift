import HTTPCore
import Web

/// The pictures of the ways to study, for anybody: an `<img>` sends no token.
struct ThumbnailRoutes: Sendable {
    func register(on routes: RouteGroup) {
        let thumbnails = routes.group("/thumbnails", tags: ["study activities"], options: [.bodyLimit(bytes: 0)])
        thumbnails.get("/{thumbnail}", summary: "The picture of a way to study, SVG", options: [.answers(.notFound)], show)
    }

    func show(path: Path<ThumbnailName>) async throws -> Response {
        guard let thumbnail = Thumbnail.named[path.value.rawValue] else {
            throw HTTPError.notFound("thumbnail-not-found", "There is no such picture; take its address from the list of study activities.")
        }
        return Response(
            fields: [.contentType: "image/svg+xml", .cacheControl: "public, max-age=86400"], body: .bytes(Array(thumbnail.svg.utf8)))
    }
}
