import Platform
import Testing

@testable import local_cloud

@Suite struct ModelSettingsTests {
    private func settings(_ variables: [String: String]) throws -> ModelSettings {
        var environment = EnvironmentReader(variables)
        let settings = ModelSettings(from: &environment)
        try environment.finish()
        return settings
    }

    @Test func `nothing is plugged in unless an address is given`() throws {
        #expect(try settings(["LOCAL_MODEL_NAME": "tiny", "LOCAL_MODEL_KEY": "sesame"]).plugged == nil)
        let plain = try #require(try settings(["LOCAL_MODEL_URL": "http://localhost:11434"]).plugged)
        #expect(plain == .init(url: "http://localhost:11434", name: "local", key: nil, timeLimit: .seconds(300)))
        let full = try settings([
            "LOCAL_MODEL_URL": "http://[::1]:8080/v1", "LOCAL_MODEL_NAME": "tiny", "LOCAL_MODEL_KEY": "sesame", "LOCAL_MODEL_TIMEOUT": "20s",
        ])
        #expect(full.plugged == .init(url: "http://[::1]:8080/v1", name: "tiny", key: Secret("sesame"), timeLimit: .seconds(20)))
    }

    @Test(arguments: [
        ("LOCAL_MODEL_URL", "localhost:11434"), ("LOCAL_MODEL_TIMEOUT", "0s"), ("LOCAL_MODEL_TIMEOUT", "2h"), ("LOCAL_MODEL_SEED", "x"),
        ("LOCAL_MODEL_SEED", "-1"),
        ("LOCAL_MODEL_CARELESS", "sometimes"),
    ])
    func `what cannot be meant is said at the start`(name: String, value: String) {
        let error = #expect(throws: (any Error).self) { try settings([name: value]) }
        #expect("\(String(describing: error))".contains(name))
    }
}
