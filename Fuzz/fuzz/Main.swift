import CFuzzer
import Glibc

/// `fuzz <target> <libFuzzer's options and folders…>`; without a target, their names.
///
/// SwiftPM makes `fuzz_main` the program's main; the one that libFuzzer brings along is not linked then.
@_cdecl("fuzz_main") func fuzzMain(_ count: Int32, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Int32 {
    guard count > 1, let name = arguments[1], let target = FuzzTarget.named[String(cString: name)] else {
        for name in FuzzTarget.named.keys.sorted() { print(name) }
        return count > 1 ? 2 : 0
    }
    chosen = target
    if String(cString: name).hasPrefix("guardrails") { _ = guardrails }
    // libFuzzer sees the arguments without the target's name.
    arguments[1] = arguments[0]
    var count = count - 1
    var rest: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = arguments + 1
    return LLVMFuzzerRunDriver(&count, &rest) { data, size in
        chosen(Array(UnsafeBufferPointer(start: data, count: size)))
        return 0
    }
}

/// What this process fuzzes; libFuzzer's callback carries no context.
nonisolated(unsafe) private var chosen: (_ input: [UInt8]) -> Void = { _ in }
