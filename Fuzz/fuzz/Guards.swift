@testable import Guardrails

/// Any text of any user is judged, the same each time; what passes is bounded, and holds no markup and no control characters.
func fuzzGuard(_ input: [UInt8]) {
    let messages = input.split(separator: 0x1E, maxSplits: 3, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    let prompt = GuardedPrompt(messages.last ?? "", earlier: messages.dropLast())
    let verdict = guardrails.judge(prompt)
    require(verdict == guardrails.judge(prompt), "the same text is judged in two ways")
    require((verdict.refusal == nil) == !verdict.text.isEmpty, "a text that is refused is given, or one that passes is not")
    require(!verdict.findings.contains { $0.family == .engineFailed }, "the engine failed")
    require(verdict.text.utf8.count <= 4 * prompt.text.utf8.count + 1_024, "a text has grown to \(verdict.text.utf8.count) bytes")
    require(!verdict.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E }, "a control character is left")
    require(PromptQuoting.escaped(verdict.text).utf8.allSatisfy { $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }, "a quotation can be ended")
}

private let guardrails: Guardrails = {
    guard let guardrails = try? Guardrails() else { fatalError("the lists compile") }
    return guardrails
}()
