import JSON

extension ImageFamily {
    func amazonBody(of request: ImageRequest) throws(AWSError) -> JSONFragment {
        let (width, height) = try self == .titan ? titanPixels(request.size) : novaPixels(request.size)
        var text: [JSONFragment.Member] = [.init("text", .string(request.prompt))]
        text.add("negativeText", request.negativePrompt)
        var settings: [JSONFragment.Member] = [
            .init("numberOfImages", .int(request.count)), .init("width", .int(width)), .init("height", .int(height)),
        ]
        if let seed = request.seed { settings.append(.init("seed", .int(seed))) }
        return ["taskType": "TEXT_IMAGE", "textToImageParams": .object(text), "imageGenerationConfig": .object(settings)]
    }

    private func novaPixels(_ size: ImageRequest.Size) throws(AWSError) -> (Int, Int) {
        let (width, height) = size.sides
        // Bounded before it is multiplied.
        guard (1...65_536).contains(width), (1...65_536).contains(height), width <= height * 4, height <= width * 4 else {
            throw invalid("Nova Canvas makes pictures from 1:4 to 4:1, not \(width):\(height)")
        }
        guard case .pixels = size else {
            let scale = (1_048_576 / Double(width * height)).squareRoot()
            let multipleOf16 = { (side: Int) in Int((Double(side) * scale / 16).rounded()) * 16 }
            return (multipleOf16(width), multipleOf16(height))
        }
        guard [width, height].allSatisfy({ (320...4_096).contains($0) && $0 % 16 == 0 }), width * height < 4_194_304 else {
            throw invalid("Nova Canvas makes sides of 320 to 4096 pixels in steps of 16, less than 4194304 together, not \(width)×\(height)")
        }
        return (width, height)
    }

    private func titanPixels(_ size: ImageRequest.Size) throws(AWSError) -> (Int, Int) {
        let (width, height) = size.sides
        let found: (Int, Int)? =
            switch size {
            case .pixels: Self.titanSizes.first { $0 == (width, height) }
            case .ratio: Self.titanSizes.first { Self.isAlike($0, width, height) }
            }
        guard let found else { throw invalid("Titan makes pictures of its own sizes, such as 1024×1024 and 768×1152, not \(width)×\(height)") }
        return found
    }

    /// Within two hundredths: 1152×640 passes for 16 to 9.
    private static func isAlike(_ size: (Int, Int), _ width: Int, _ height: Int) -> Bool {
        guard width > 0, height > 0 else { return false }
        return abs(Double(size.0) / Double(size.1) / (Double(width) / Double(height)) - 1) < 0.02
    }

    /// The larger of each shape first.
    private static let titanSizes = [
        (1024, 1024), (768, 768), (512, 512), (768, 1152), (384, 576), (1152, 768), (576, 384), (768, 1280), (384, 640), (1280, 768), (640, 384), (896, 1152),
        (448, 576), (1152, 896), (576, 448), (768, 1408), (384, 704), (1408, 768), (704, 384), (640, 1408), (320, 704), (1408, 640), (704, 320), (1152, 640),
        (1173, 640),
    ]
}
