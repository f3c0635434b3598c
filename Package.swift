// swift-tools-version: 6.2
import PackageDescription

// One package, three storeys; imports go down only (see README, "The map of the house").
//   Services/  executables: wiring, routes, stores      — know one product each
//   Shared/    what two services or more share           — know the product, no service
//   Sources/   HTTP, AWS, SQL, text                      — know no product

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    // An async function stays on its caller's executor: what starts on a loop remains there unless it is @concurrent.
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

func library(
    _ name: String, in storey: String = "Sources", _ dependencies: [Target.Dependency] = [], exclude: [String] = [], resources: [Resource]? = nil
) -> Target {
    .target(name: name, dependencies: dependencies, path: "\(storey)/\(name)", exclude: exclude, resources: resources, swiftSettings: settings)
}

func service(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .executableTarget(name: name, dependencies: dependencies, path: "Services/\(name)", exclude: exclude, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, path: "Tests/\(name)", exclude: exclude, swiftSettings: settings)
}

let package = Package(
    name: "app-dw",
    products: [
        .executable(name: "lang-portal-api", targets: ["lang-portal-api"]),
        .executable(name: "local-cloud", targets: ["local-cloud"]),
        .executable(name: "vocab-backend", targets: ["vocab-backend"]),
        .executable(name: "vocab-frontend", targets: ["vocab-frontend"]),
        .library(name: "Web", targets: ["Web", "HTTPServer"]),
    ],
    targets: [
        // C libraries: each imported by one target.
        .target(name: "CEpoll", path: "Sources/CEpoll"),
        .target(name: "CFilesystem", path: "Sources/CFilesystem"),
        .systemLibrary(name: "CPostgres", path: "Sources/CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "COpenSSL", path: "Sources/COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CCurl", path: "Sources/CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CBrotli", path: "Sources/CBrotli", pkgConfig: "libbrotlienc", providers: [.apt(["libbrotli-dev"])]),
        .systemLibrary(name: "CExpat", path: "Sources/CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CHyperscan", path: "Sources/CHyperscan", pkgConfig: "libhs", providers: [.apt(["libhyperscan-dev"])]),
        .systemLibrary(name: "CMeCab", path: "Sources/CMeCab", providers: [.apt(["libmecab-dev"])]),
        .systemLibrary(name: "CSQLite", path: "Sources/CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CUnistring", path: "Sources/CUnistring", providers: [.apt(["libunistring-dev"])]),
        .systemLibrary(name: "CZlib", path: "Sources/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        // Sources: know no product.
        library("Platform", ["CFilesystem"]),
        library("Encoding"),
        library("Compression", ["CBrotli", "CZlib"]),
        library("JSON", ["Encoding"]),
        library("Reactor", ["CEpoll", "Platform"]),
        library("HTTPCore", ["Encoding", "Platform"]),
        library("HTTPServer", ["Encoding", "HTTPCore", "Platform", "Reactor"]),
        library(
            "Web", ["Compression", "Crypto", "Encoding", "HTTPCore", "JSON", "Platform", "Reactor", "WebSocketCore"], exclude: ["README.md"],
            // In the program itself, so that a service is one file.
            resources: [.embedInCode("Documentation/Reference/reference.css"), .embedInCode("Documentation/Reference/reference.js")]),
        library("Crypto", ["COpenSSL", "Encoding", "Platform"]),
        library("WebSocketCore", ["Compression", "Crypto", "Encoding", "HTTPCore"]),
        library("HTTPClient", ["CCurl", "Platform", "Reactor"]),
        library("Postgres", ["CPostgres", "Platform", "Reactor"]),
        library(
            "AWS", ["CExpat", "Compression", "Crypto", "Encoding", "HTTPClient", "JSON", "Platform"],
            resources: [.embedInCode("Models/bedrock-models.json")]),
        library("Cognito", ["Crypto", "Encoding", "HTTPClient", "JSON", "Platform"]),
        library("Morphology", ["CMeCab", "Platform"]),
        library("SQLite", ["CSQLite"]),
        library("TextScan", ["CHyperscan", "Crypto", "Platform"]),
        library(
            "Guardrails", ["CUnistring", "Crypto", "Encoding", "JSON", "Platform", "TextScan"],
            resources: [
                .embedInCode("Data/injection.rules"), .embedInCode("Data/extraction.rules"), .embedInCode("Data/persona.rules"),
                .embedInCode("Data/hijack.rules"), .embedInCode("Data/markup.rules"), .embedInCode("Data/disguise.rules"),
                .embedInCode("Data/language.rules"),
                .embedInCode("Data/content-personal.words"), .embedInCode("Data/content-markup.words"), .embedInCode("Data/content-topics.rules"),
                .embedInCode("Data/content-profanity.rules"), .embedInCode("Data/content-commands.rules"), .embedInCode("Data/content-answers.rules"),
            ]),
        library("LanguageModel", ["AWS", "Crypto", "Encoding", "Guardrails", "HTTPClient", "JSON", "Platform"]),

        // Shared: know the product, no service.
        library("Contracts", in: "Shared", ["Encoding", "JSON"]),
        .target(
            name: "DesignSystem", dependencies: ["Crypto", "Encoding", "HTTPCore", "JSON", "Web"], path: "Shared/Web",
            // What single-page applications take into their own bundles.
            exclude: ["README.md", "scripts/package.json", "scripts/session", "scripts/session.d.ts", "scripts/session.js"],
            // In the program itself, as all that is served from memory.
            resources: [
                .embedInCode("styles/tokens.css"), .embedInCode("styles/interface.css"), .embedInCode("styles/gate.css"),
                .embedInCode("styles/account.css"), .embedInCode("styles/components.css"), .embedInCode("icons/seal.svg"), .embedInCode("scripts/door.js"),
                .embedInCode("scripts/account.js"),
                .embedInCode("scripts/language.js"), .embedInCode("scripts/live.js"), .embedInCode("scripts/menus.js"),
                .embedInCode("scripts/passwords.js"), .embedInCode("scripts/submission.js"), .embedInCode("scripts/swap.js"),
                .embedInCode("scripts/sounds.js"), .embedInCode("scripts/times.js"), .embedInCode("scripts/watch.js"),
            ],
            swiftSettings: settings),
        library("Japanese", in: "Shared", ["Platform"], exclude: ["Prepare", "Lexicon/topics.txt", "Lexicon/embed_topics.py"]),
        library("JapaneseReading", in: "Shared", ["Japanese", "Morphology", "Platform"]),
        library("ServiceKit", in: "Shared", ["AWS", "Cognito", "HTTPClient", "HTTPCore", "HTTPServer", "JSON", "Platform", "Reactor", "Web"]),
        library(
            "SignIn", in: "Shared",
            ["AWS", "Cognito", "Contracts", "Crypto", "DesignSystem", "Encoding", "HTTPClient", "HTTPCore", "JSON", "Platform", "ServiceKit", "Web"]),
        library(
            "Ledger", in: "Shared",
            ["Contracts", "Encoding", "HTTPClient", "JSON", "LanguageModel", "LearnerData", "Platform", "Postgres", "ServiceKit", "ServiceKitPostgres"]),
        library(
            "ModelAccess", in: "Shared",
            [
                "AWS", "Crypto", "Encoding", "Guardrails", "HTTPClient", "HTTPCore", "JSON", "LanguageModel", "Ledger", "Platform", "Postgres", "ServiceKit",
                "Web",
            ]),
        library("ServiceKitPostgres", in: "Shared", ["AWS", "HTTPClient", "HTTPCore", "Platform", "Postgres", "ServiceKit", "SignIn", "Web"]),
        library(
            "LearnerData", in: "Shared",
            ["AWS", "Crypto", "Encoding", "HTTPCore", "JSON", "Platform", "Postgres", "ServiceKit", "ServiceKitPostgres", "SignIn", "Web"]),

        // Services: know one product each.
        service(
            "lang-portal-api",
            [
                "AWS", "Cognito", "Contracts", "Crypto", "DesignSystem", "Encoding", "HTTPCore", "JSON", "Japanese", "LanguageModel", "LearnerData", "Ledger",
                "ModelAccess", "Platform", "Postgres", "Reactor", "ServiceKit", "ServiceKitPostgres", "SignIn", "Web",
            ]),
        service(
            "vocab-backend",
            [
                "AWS", "Cognito", "Contracts", "Crypto", "Encoding", "HTTPClient", "HTTPCore", "JSON", "Japanese", "JapaneseReading", "LanguageModel", "Ledger",
                "ModelAccess", "Platform", "ServiceKit", "SignIn", "Web",
            ]),
        .executableTarget(
            name: "vocab-frontend",
            dependencies: [
                "AWS", "Cognito", "Compression", "Contracts", "Crypto", "DesignSystem", "Encoding", "HTTPClient", "HTTPCore", "JSON", "Japanese", "Platform",
                "SQLite", "ServiceKit", "SignIn", "Web",
            ],
            path: "Services/vocab-frontend",
            resources: [
                .embedInCode("styles/order.css"), .embedInCode("styles/results.css"), .embedInCode("styles/words.css"), .embedInCode("styles/meanings.css"),
                .embedInCode("styles/keeping.css"), .embedInCode("scripts/events.js"), .embedInCode("scripts/generation.js"),
                .embedInCode("scripts/history.js"), .embedInCode("scripts/order.js"), .embedInCode("scripts/vocab.js"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "bench-server",
            dependencies: ["HTTPCore", "JSON", "Platform", "Postgres", "ServiceKit", "ServiceKitPostgres", "Web", "WebSocketCore"],
            path: "Benchmarks/bench-server", swiftSettings: settings),
        .executableTarget(
            name: "bench-client", dependencies: ["AWS", "HTTPClient", "Platform", "Reactor"], path: "Benchmarks/bench-client", swiftSettings: settings),
        .executableTarget(
            name: "bench-tokens", dependencies: ["Cognito", "HTTPClient", "JSON", "Reactor"], path: "Benchmarks/bench-tokens", swiftSettings: settings),
        .executableTarget(
            name: "bench-guardrails", dependencies: ["Guardrails", "JSON"], path: "Benchmarks/bench-guardrails", swiftSettings: settings),
        .executableTarget(
            name: "recorder",
            dependencies: ["Compression", "Crypto", "Encoding", "HTTPCore", "HTTPServer", "JSON", "Platform", "Reactor", "Web", "WebSocketCore"],
            path: "Tests/Recorder", swiftSettings: settings),
        .executableTarget(
            name: "local-cloud",
            dependencies: [
                "AWS", "Compression", "Crypto", "DesignSystem", "Encoding", "HTTPClient", "HTTPCore", "HTTPServer", "JSON", "Japanese", "Platform", "Reactor",
                "ServiceKit", "Web",
            ],
            path: "Services/local-cloud",
            // The worker that speaks, in the program itself.
            resources: [.embedInCode("Speech/speech_worker.py")], swiftSettings: settings),

        // Tests.
        library(
            "TestKit", in: "Tests",
            ["Encoding", "HTTPClient", "HTTPCore", "HTTPServer", "JSON", "Platform", "Postgres", "Reactor", "TextScan", "Web", "WebSocketCore"]),
        .executableTarget(
            name: "sample-server", dependencies: ["DesignSystem", "Encoding", "HTTPCore", "JSON", "Platform", "ServiceKit", "Web"], path: "Tests/SampleServer",
            swiftSettings: settings),
        .executableTarget(
            name: "japanese-answers", dependencies: ["JSON", "Japanese", "JapaneseReading", "Platform"], path: "Tests/JapaneseAnswers", swiftSettings: settings),
        tests("PlatformTests", ["Platform", "TestKit"]),
        tests("EncodingTests", ["Encoding"]),
        tests("CompressionTests", ["Compression"]),
        tests("SQLiteTests", ["SQLite"]),
        tests("WebSocketCoreTests", ["Compression", "HTTPCore", "WebSocketCore"]),
        tests("JSONTests", ["JSON", "TestKit"], exclude: ["pydantic_problems.json"]),
        tests("ReactorTests", ["Platform", "Reactor", "TestKit"]),
        tests("HTTPCoreTests", ["HTTPCore", "TestKit"]),
        tests("HTTPServerTests", ["HTTPCore", "HTTPServer", "Platform", "Reactor", "TestKit", "Web"]),
        tests("WebTests", ["Compression", "Crypto", "Encoding", "HTTPCore", "JSON", "Platform", "Reactor", "TestKit", "Web", "WebSocketCore"]),
        tests("CryptoTests", ["Crypto", "Encoding"]),
        tests("HTTPClientTests", ["HTTPClient", "Platform", "Reactor", "TestKit"]),
        tests("PostgresTests", ["Platform", "Postgres", "Reactor", "TestKit"]),
        tests("AWSTests", ["AWS", "Compression", "Crypto", "Encoding", "HTTPClient", "JSON", "Platform", "Reactor", "TestKit"]),
        tests("CognitoTests", ["Cognito", "Crypto", "Encoding", "HTTPClient", "JSON", "Platform", "TestKit"]),
        library("ModelKit", in: "Tests", ["AWS", "Guardrails", "HTTPClient", "JSON", "LanguageModel", "Platform"]),
        tests(
            "VocabBackendTests",
            [
                "vocab-backend", "AWS", "Cognito", "Contracts", "Guardrails", "HTTPCore", "JSON", "Japanese", "JapaneseReading", "LanguageModel", "ModelKit",
                "Morphology", "Platform", "ServiceKit", "TestKit", "Web",
            ],
            exclude: ["Data"]),
        tests(
            "VocabFrontendTests",
            [
                "vocab-backend", "vocab-frontend", "AWS", "Cognito", "Contracts", "DesignSystem", "Encoding", "HTTPClient", "HTTPCore", "JSON", "Japanese",
                "JapaneseReading", "Morphology", "Platform", "ServiceKit", "SignIn", "TestKit", "Web",
            ]),
        tests("JapaneseTests", ["Japanese", "JapaneseReading", "Morphology", "Platform", "TestKit"], exclude: ["Data"]),
        tests("MorphologyTests", ["Morphology"]),
        tests("TextScanTests", ["TestKit", "TextScan"]),
        tests("GuardrailsTests", ["Crypto", "Encoding", "Guardrails", "JSON", "Platform", "TestKit", "TextScan"], exclude: ["Data"]),
        tests(
            "LanguageModelTests",
            [
                "local-cloud", "AWS", "Crypto", "Encoding", "Guardrails", "HTTPClient", "HTTPCore", "HTTPServer", "JSON", "LanguageModel", "Ledger", "ModelKit",
                "Platform",
                "Postgres", "Reactor", "TestKit", "Web",
            ]),
        tests(
            "LedgerTests",
            [
                "lang-portal-api", "AWS", "Cognito", "Contracts", "Crypto", "Encoding", "Guardrails", "HTTPClient", "HTTPCore", "JSON", "LanguageModel",
                "LearnerData",
                "Ledger", "ModelAccess", "Platform", "Postgres", "Reactor", "ServiceKit", "ServiceKitPostgres", "TestKit", "Web",
            ]),
        tests("DeploymentTests", ["lang-portal-api", "vocab-backend", "vocab-frontend", "HTTPServer", "JSON", "Platform", "Reactor", "ServiceKit"]),
        tests("DesignSystemTests", ["DesignSystem", "Encoding", "HTTPCore", "TestKit", "Web"]),
        tests(
            "ServiceKitTests",
            [
                "AWS", "Cognito", "Crypto", "Encoding", "HTTPClient", "HTTPCore", "HTTPServer", "JSON", "Platform", "Postgres", "Reactor", "ServiceKit",
                "ServiceKitPostgres", "TestKit", "Web",
            ]),
        tests(
            "SignInTests",
            [
                "lang-portal-api", "local-cloud", "AWS", "Cognito", "Contracts", "Crypto", "DesignSystem", "Encoding", "HTTPClient", "HTTPCore", "JSON",
                "Platform",
                "ServiceKit", "SignIn", "TestKit", "Web",
            ]),
        tests("LearnerDataTests", ["HTTPCore", "JSON", "LearnerData", "Platform", "Postgres", "SignIn", "TestKit", "Web"]),
        tests(
            "LangPortalAPITests",
            [
                "lang-portal-api", "Cognito", "Contracts", "Crypto", "DesignSystem", "Encoding", "HTTPClient", "HTTPCore", "JSON", "Japanese", "LanguageModel",
                "LearnerData", "Ledger",
                "Platform", "Postgres", "ServiceKit", "ServiceKitPostgres", "SignIn", "TestKit", "Web",
            ]),
        tests(
            "READMETests",
            [
                "AWS", "Cognito", "Guardrails", "HTTPClient", "HTTPCore", "HTTPServer", "JSON", "LanguageModel", "Platform", "Reactor", "ServiceKit", "SignIn",
                "TestKit", "Web", "WebSocketCore",
            ]),
        tests(
            "LocalCloudTests",
            [
                "local-cloud", "AWS", "Cognito", "Compression", "Crypto", "Encoding", "HTTPClient", "HTTPCore", "HTTPServer", "JSON", "Japanese", "Platform",
                "Reactor", "TestKit", "Web",
            ]),
    ],
    swiftLanguageModes: [.v6]
)

// Scripts build what they run and no more, and all of it at once: the targets that ONLY_TARGETS names, and what they stand on.
if let named = Context.environment["ONLY_TARGETS"] {
    let targets = Dictionary(uniqueKeysWithValues: package.targets.map { ($0.name, $0) })
    var kept: Set<String> = [], waiting = named.split(separator: " ").map(String.init)
    while let name = waiting.popLast() {
        guard let target = targets[name], kept.insert(name).inserted else { continue }
        for case .byNameItem(let dependency, _) in target.dependencies { waiting.append(dependency) }
    }
    package.targets.removeAll { !kept.contains($0.name) }
    package.products = []
}

// `make fuzz` alone builds this: the program is instrumented and has libFuzzer's main (Fuzz/README.md).
if Context.environment["FUZZ"] != nil {
    let cloud = package.targets.first { $0.name == "local-cloud" }!
    package.targets.removeAll { $0.name == "local-cloud" || $0.name == "LocalCloudTests" }
    package.products.removeAll { $0.name == "local-cloud" }
    package.targets += [
        // A program's code is for tests alone: here it is a library, and its main has another name.
        .target(
            name: cloud.name, dependencies: cloud.dependencies, path: cloud.path, resources: cloud.resources,
            swiftSettings: settings + [.unsafeFlags(["-Xfrontend", "-entry-point-function-name", "-Xfrontend", "local_cloud_main"])]),
        .systemLibrary(name: "CFuzzer", path: "Fuzz/CFuzzer"),
        .executableTarget(
            name: "fuzz",
            dependencies: [
                "AWS", "CFuzzer", "Cognito", "Compression", "Encoding", "Guardrails", "HTTPCore", "JSON", "Platform", "Web", "WebSocketCore", "local-cloud",
            ],
            path: "Fuzz/fuzz", swiftSettings: settings),
    ]
}
