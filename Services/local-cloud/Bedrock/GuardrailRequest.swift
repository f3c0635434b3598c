import JSON

/// A request of ApplyGuardrail.
struct GuardrailRequest: Sendable, Equatable {
    var reference: GuardrailReference
    var isOutput: Bool
    var texts: [String]

    init(_ bytes: [UInt8], _ reference: GuardrailReference) throws(ServiceFault) {
        let body = try RequestDocument(bytes)
        self.reference = reference
        isOutput = try body.required("source").oneOf(["INPUT", "OUTPUT"]) == "OUTPUT"
        texts = []
        for block in try body.required("content").elements(atMost: 200) {
            if let text = block["text"] { texts.append(try text.required("text").text()) }
        }
        guard !texts.isEmpty else { throw .validation("The content of the request holds no text.") }
    }
}
