/// The end points of a user pool's domain. Source: Amazon Cognito developer guide, "User pool endpoints and managed login reference".
enum HostedPath: String, CaseIterable {
    case authorize = "/oauth2/authorize"
    case token = "/oauth2/token"
    case userInfo = "/oauth2/userInfo"
    case revoke = "/oauth2/revoke"
    case logout = "/logout"
}
