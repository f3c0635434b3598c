import Platform

/// The settings of the model.
///
/// | variable | meaning | default |
/// |---|---|---|
/// | `LOCAL_MODEL_URL` | a server that speaks OpenAI's chat completions and answers in place of our model | none |
/// | `LOCAL_MODEL_NAME` | what that server calls its model | `local` |
/// | `LOCAL_MODEL_KEY` | the key that server wants to see | none |
/// | `LOCAL_MODEL_TIMEOUT` | how long one of its answers may take, 1s…1h | 5m |
/// | `LOCAL_MODEL_SEED` | changes all answers | 0 |
/// | `LOCAL_MODEL_CARELESS` | `never`, `always`, `one-in-five`, or a kind such as `fences`; `X-Local-Careless` says so for one call | `never` |
/// | `LOCAL_MODEL_RETIRED` | whether retired models answer, so that what they spoke can be tried | false |
/// | `LOCAL_SPEECH_PYTHON` | an interpreter with pyopenjtalk-plus, for Polly | `python3` |
struct ModelSettings: Sendable, Equatable {
    /// Nil for our own model.
    var plugged: PluggedModel.Place?
    var seed: Int
    var carelessness: Carelessness
    var answersRetired: Bool
    var python: String

    init(from environment: inout EnvironmentReader) {
        let place = PluggedModel.Place(
            url: environment.url("LOCAL_MODEL_URL", default: "http://127.0.0.1"),
            name: environment.string("LOCAL_MODEL_NAME", default: "local", maximumBytes: 256), key: environment.optionalSecret("LOCAL_MODEL_KEY"),
            timeLimit: environment.duration("LOCAL_MODEL_TIMEOUT", in: .seconds(1) ... .seconds(3_600), default: .seconds(300)))
        plugged = environment.isSet("LOCAL_MODEL_URL") ? place : nil
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
