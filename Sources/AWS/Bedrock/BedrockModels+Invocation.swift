extension BedrockModels {
    /// What goes into the URL for a configured id, and a sentence for the log if there is something to say; nil for an id that is not in the table.
    ///
    /// The profile of a geography stays in it, also when its model is replaced: data that shall stay in Europe is not sent elsewhere.
    static func invocationID(of id: String) -> (id: String, warning: String?)? {
        guard let asked = model(id), let (found, warning) = resolve(id) else { return nil }
        let geography = id.dropLast(asked.id.count)
        return (geography.isEmpty ? found.invocationID : geography + found.id, warning)
    }
}
