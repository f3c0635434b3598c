import JSON

/// The table of models, embedded in the program.
public enum BedrockModels {
    /// All of them. Traps at the first use if our own table cannot be read.
    public static let all = read(PackageResources.bedrock_models_json)

    private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

    /// The model of this id, also when the id is that of an inference profile, such as `us.…` or `global.…`.
    public static func model(_ id: String) -> BedrockModel? {
        byID[id] ?? byID[withoutGeography(id)]
    }

    /// The model to call for a configured id: itself while it works, and the end of its line of successors once it is retired.
    ///
    /// The second part is a sentence for the log when that is another model, or will be soon. Nil for an id that is not in the table.
    public static func resolve(_ id: String) -> (model: BedrockModel, warning: String?)? {
        guard let asked = model(id) else { return nil }
        var found = asked
        // Bounded by the table, in case somebody makes a circle in it.
        for _ in all where found.state == .retired {
            guard let next = found.successor.flatMap(model) else { return nil }
            found = next
        }
        return found.state == .retired ? nil : (found, warning(asked, found))
    }

    private static func read(_ table: [UInt8]) -> [BedrockModel] {
        do throws(JSONReader.Failure) {
            return try JSON.read([BedrockModel].self, from: table.span)
        } catch {
            preconditionFailure("bedrock-models.json cannot be read: \(error)")
        }
    }

    private static func warning(_ asked: BedrockModel, _ found: BedrockModel) -> String? {
        let day = asked.endOfLife.map { " on \($0)" }
        switch asked.state {
        case .active: return nil
        case .legacy: return "\(asked.id) ends\(day ?? " some day"); use \(asked.successor ?? "another model")"
        case .retired: return "\(asked.id) was retired\(day ?? ""); \(found.id) is used instead"
        }
    }

    private static func withoutGeography(_ id: String) -> String {
        let geographies = ["us.", "eu.", "apac.", "jp.", "au.", "global.", "us-gov."]
        return geographies.first { id.hasPrefix($0) }.map { String(id.dropFirst($0.count)) } ?? id
    }
}
