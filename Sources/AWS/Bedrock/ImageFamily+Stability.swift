import JSON

extension ImageFamily {
    private static let stabilityRatios: Set<String> = ["16:9", "1:1", "21:9", "2:3", "3:2", "4:5", "5:4", "9:16", "9:21"]

    func stabilityBody(of request: ImageRequest) throws(AWSError) -> JSONFragment {
        var members: [JSONFragment.Member] = [.init("prompt", .string(request.prompt))]
        members.add("negative_prompt", request.negativePrompt)
        members.add("aspect_ratio", try stabilityRatio(request.size))
        if let seed = request.seed { members.append(.init("seed", .int(seed))) }
        members.add("output_format", "png")
        return .object(members)
    }

    private func stabilityRatio(_ size: ImageRequest.Size) throws(AWSError) -> String {
        let (width, height) = size.sides
        guard width > 0, height > 0 else { throw invalid("a picture has a width and a height above 0") }
        // These do not reduce: 21 to 9 is how the service writes it.
        let divisor = greatestCommonDivisor(width, height)
        let (across, down) = (width / divisor, height / divisor)
        let ratio = (across, down) == (7, 3) ? "21:9" : (across, down) == (3, 7) ? "9:21" : "\(across):\(down)"
        guard Self.stabilityRatios.contains(ratio) else {
            throw invalid("Stability's models make pictures of \(Self.stabilityRatios.sorted().joined(separator: ", ")), not of \(ratio)")
        }
        return ratio
    }

    /// Each picture has a reason for its end: null when all is well.
    func stabilityFilterReason(in answer: JSONFragment) throws(AWSError) -> String? {
        guard let reason = answer["finish_reasons"]?.arrayValue?.compactMap(\.stringValue).first else { return nil }
        guard reason.hasPrefix("Filter reason") else { throw AWSError(.unexpectedAnswer("InvokeModel made no picture: \(reason)")) }
        return reason
    }
}

extension ImageRequest.Size {
    var sides: (width: Int, height: Int) {
        switch self {
        case .pixels(let width, let height), .ratio(let width, let height): (width, height)
        }
    }
}

private func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
    var (larger, smaller) = (first, second)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return larger
}
