import JSON

@testable import AWS

/// Whatever a service answers in JSON is read or refused: bounds hold, and a message written anew is the same message.
func fuzzServiceAnswer(_ input: [UInt8]) {
    requirePlainCode(of: input)
    if let marks = try? SpeechMark.read(input) { require(marks.count <= input.count / 2 + 1, "\(marks.count) speech marks in \(input.count) bytes") }
    guard let answer = try? JSON.parse(input) else { return }
    if let response = try? ConverseResponse(answer) { requireSurvival(of: response.message) }
    if let verdict = try? GuardrailVerdict(answer) {
        require(verdict.findings.count <= input.count && verdict.outputs.count <= input.count, "more was found than was told")
    }
    for family in ImageFamily.allCases { requireBounds(of: try? family.read(answer, maximumBytes: 30)) }
}

/// A message goes back to the model as it came.
func requireSurvival(of message: ConverseMessage) {
    do throws(AWSError) {
        require(try ConverseMessage(message.json) == message, "a message written anew reads differently")
    } catch {
        fatalError("a message written anew is refused: \(error)")
    }
}

/// An error's name is a name alone, whatever stands around it.
func requirePlainCode(of body: [UInt8]) {
    let told = AWSServiceError(status: 400, header: { _ in nil }, body: body)
    let named = AWSServiceError(status: 400, header: { $0 == "x-amzn-errortype" ? String(decoding: body, as: UTF8.self) : nil }, body: [])
    for code in [told.code, named.code] { require(!code.contains { $0 == "#" || $0 == ":" }, "the code of an error is \(code)") }
}

private func requireBounds(of answer: ImageAnswer?) {
    guard case .images(let images)? = answer else { return }
    require(!images.isEmpty && images.allSatisfy { (1...30).contains($0.bytes.count) }, "no picture, or one above its bound")
}
