import Encoding

/// Writes queries and form bodies as AWS wants them: everything but unreserved characters as `%XX`.
enum QueryText {
    static func encoded(_ pairs: [(name: String, value: String)]) -> String {
        QueryString(pairs: pairs.map { .init($0.name, $0.value) }).encoded
    }

    /// The content of a form, where a space is `+`.
    static func form(_ pairs: [(name: String, value: String)]) -> String {
        encoded(pairs).replacing("%20", with: "+")
    }
}
