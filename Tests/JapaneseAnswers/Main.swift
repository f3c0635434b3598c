import JSON
import JapaneseReading
import Platform

/// Answers each line of standard input with what `Shared/Japanese` makes of it, as a line of JSON: for tests that hold it against other programs.
@main enum Main {
    static func main() throws {
        var environment = EnvironmentReader()
        let settings = JapaneseSettings(from: &environment)
        try environment.finish()
        let reader = try settings.reader()
        while let line = readLine() { print(JSON.string(try JapaneseAnswer(to: line, reader))) }
    }
}
