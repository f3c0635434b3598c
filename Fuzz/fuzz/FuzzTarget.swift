/// Everything that reads bytes of strangers, by the name `make fuzz` calls it. A further target is a function here and a folder of seeds in `Fuzz/corpus`.
enum FuzzTarget {
    static let named: [String: @Sendable (_ input: [UInt8]) -> Void] = [
        "head": fuzzHead,
        "chunks": fuzzChunks,
        "cookies": fuzzCookies,
        "query": fuzzQuery,
        "percent": fuzzPercent,
        "parameters": fuzzParameters,
        "multipart": fuzzMultipart,
        "json": fuzzJSON,
        "json-typed": fuzzTypedJSON,
        "token": fuzzToken,
        "keys": fuzzKeys,
        "inflate": fuzzInflate,
        "ranges": fuzzRanges,
        "static-path": fuzzStaticPath,
        "websocket": fuzzWebSocket,
        "event-stream": fuzzEventStream,
        "converse-stream": fuzzConverseStream,
        "service-answer": fuzzServiceAnswer,
        "xml": fuzzXML,
        "aws-chunks": fuzzAWSChunks,
        "signature": fuzzSignature,
        "cloud-request": fuzzCloudRequest,
        "cloud-document": fuzzCloudDocument,
        "cloud-model": fuzzCloudModel,
        "ssml": fuzzSSML,
        "oauth": fuzzOAuth,
        "guard": fuzzGuard,
    ]
}

/// A property that must hold for every input; where it does not, libFuzzer keeps the input and ends.
func require(_ condition: Bool, _ property: @autoclosure () -> String) {
    if !condition { fatalError(property()) }
}

/// The ways an input may arrive that are tried: whole, byte by byte, and in two pieces at places spread over it.
func arrivals(of count: Int) -> [[Int]] {
    let step = max(1, count / 24)
    return [[count], Array(0...count)] + stride(from: 1, to: max(1, count), by: step).map { [$0, count] }
}
