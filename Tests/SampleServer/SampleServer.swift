import HTTPCore
import JSON
import Platform
import ServiceKit
import Web

/// An application with every kind of input and everything that a document can say, for clients that are generated from it and for readers of its pages.
@main struct SampleServer: Service {
    static let name = "sample-server"

    init(from environment: inout EnvironmentReader) {}

    func start(in context: ServiceContext) async throws -> Application {
        var configuration = context.applicationConfiguration(title: "Vocabulary")
        configuration.version = "1.4.0"
        configuration.summary = "Words, lessons and exercises. **Everything** here is kept for as long as one request."
        configuration.openAPI = Self.information
        return Application(configuration) { routes in
            WordRoutes().register(on: routes.group("/words", tags: ["words"]))
            ExerciseRoutes().register(on: routes.group("/exercises", tags: ["exercises"]))
            FormRoutes().register(on: routes.group("/forms", tags: ["forms"]))
            GalleryRoutes().register(on: routes)
            DoorRoutes().register(on: routes)
            routes.webhook(
                "word-learned", sends: Learned.self, summary: "A learner knows a word",
                options: [.tags("words"), .bodyExample("cat", Learned(wordID: 7, learner: "demo"), summary: "A common word")])
        }
    }

    private static var information: OpenAPIInformation {
        var information = OpenAPIInformation()
        information.servers = [APIServer("/", "This server")]
        information.tags = [
            APITag(
                "words", "What is learnt.", externalDocumentation: ExternalDocumentation(url: "https://example.org/words", description: "How to choose words")),
            APITag("exercises", "How it is learnt: texts and images."), APITag("forms", "What browsers send."),
        ]
        information.contact = APIContact(name: "The teachers", email: "teachers@example.org")
        information.license = APILicense("Apache 2.0", identifier: "Apache-2.0")
        information.termsOfService = "https://example.org/terms"
        information.externalDocumentation = ExternalDocumentation(url: "https://example.org/guide", description: "The guide")
        information.security = [Visitor.scheme]
        return information
    }
}

/// A caller with a bearer token; any token will do.
struct Visitor: RequestInput {
    static let scheme = SecurityScheme("visitor", .bearer(format: "any text"))
    var name: String
    static var isCredential: Bool { true }

    static func resolve(in context: RequestContext) async throws -> Visitor {
        guard let field = context.request.fields[.authorization], field.hasPrefix("Bearer ") else { throw HTTPError.unauthorized(challenge: "Bearer") }
        return Visitor(name: String(field.dropFirst(7)))
    }

    static func describe(in operation: inout Operation) { operation.authenticate(scheme) }
}
