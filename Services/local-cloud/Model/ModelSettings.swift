import Platform

/// The settings of the model.
///
/// | variable | meaning | default |
/// |---|---|---|
/// | `LOCAL_MODEL_URL` | a server that speaks OpenAI's chat completions and answers in place of our model | none |
/// | `LOCAL_MODEL_NAME` | what that server calls its model | `local` |
/// | `LOCAL_MODEL_SEED` | changes all answers | 0 |
/// | `LOCAL_MODEL_CARELESS` | `never`, `always`, `one-in-five`, or a kind such as `fences`; `X-Local-Careless` says so for one call | `never` |
/// | `LOCAL_MODEL_RETIRED` | whether retired models answer, so that what they spoke can be tried | false |
/// | `LOCAL_SPEECH_PYTHON` | an interpreter with pyopenjtalk-plus, for Polly | `python3` |
struct ModelSettings: Sendable, Equatable {
    var url: String?
    var name: String
    var seed: Int
    var carelessness: Carelessness
    var answersRetired: Bool
    var python: String

    init(from environment: inout EnvironmentReader) {
        url = environment.isSet("LOCAL_MODEL_URL") ? environment.url("LOCAL_MODEL_URL", default: "http://127.0.0.1") : nil
        name = environment.string("LOCAL_MODEL_NAME", default: "local", maximumBytes: 256)
        seed = environment.int("LOCAL_MODEL_SEED", default: 0)
        answersRetired = environment.bool("LOCAL_MODEL_RETIRED", default: false)
        python = environment.string("LOCAL_SPEECH_PYTHON", default: "python3")
        let text = environment.string("LOCAL_MODEL_CARELESS", default: "never", maximumBytes: 64)
        carelessness = Carelessness(text) ?? .never
        if Carelessness(text) == nil {
            let kinds = CarelessKind.allCases.map(\.rawValue).joined(separator: ", ")
            environment.report("LOCAL_MODEL_CARELESS", expected: "never, always, one-in-five or one of \(kinds)")
        }
    }
}
