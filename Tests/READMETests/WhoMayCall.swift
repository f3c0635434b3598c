import ServiceKit
import SignIn
import Web

struct GreetingRoutes: Sendable {
    func register(on routes: RouteGroup) {
        routes.get("/me", summary: "For whoever shows an access token: single-page apps and programs", me)
        routes.post("/greeting", summary: "For pages, which bring the session's cookie; checked against forgery", greet)
    }

    func me(user: CurrentUser) async throws -> Text { Text(user.id.text) }

    func greet(user: SignedIn) async throws -> Text { Text("おはよう、\(user.session.givenName)さん。") }
}
