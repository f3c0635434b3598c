/// Pixels to draw on.
///
/// Places and lengths of what is drawn are in units of the shorter side, from the upper left corner, so that a picture of any size shows the same.
struct Canvas {
    let width: Int
    let height: Int
    /// Pixels in a unit.
    let scale: Float
    private(set) var pixels: [Color]

    /// A black canvas; each side has a pixel at least.
    init(width: Int, height: Int) {
        precondition(width > 0 && height > 0, "a canvas has pixels")
        self.width = width
        self.height = height
        scale = Float(min(width, height))
        pixels = Array(repeating: .zero, count: width * height)
    }

    /// The lower right corner.
    var size: SIMD2<Float> { SIMD2(Float(width), Float(height)) / scale }

    subscript(x: Int, y: Int) -> Color { pixels[y * width + x] }

    /// Lays so much of a color over a pixel; outside the canvas nothing happens.
    mutating func blend(_ x: Int, _ y: Int, _ color: Color, _ share: Float) {
        guard share > 0, x >= 0, y >= 0, x < width, y < height else { return }
        let index = y * width + x
        pixels[index] = pixels[index].mixed(with: color, min(1, share))
    }

    /// Changes every pixel of some rows; `paint` gets the pixel's middle.
    mutating func paint(from top: Float = 0, to bottom: Float = .greatestFiniteMagnitude, _ paint: (_ place: SIMD2<Float>, _ old: Color) -> Color) {
        let first = max(0, Int(min(top, size.y) * scale)), last = min(height, Int((min(bottom, size.y) * scale).rounded(.up)))
        guard first < last else { return }
        for y in first..<last {
            for x in 0..<width {
                pixels[y * width + x] = paint(SIMD2(Float(x) + 0.5, Float(y) + 0.5) / scale, pixels[y * width + x])
            }
        }
    }

    /// Fills below a line that has one height for each column, with a soft edge.
    mutating func fill(below line: (_ x: Float) -> Float, _ color: (_ place: SIMD2<Float>, _ depth: Float) -> Color) {
        for column in 0..<width {
            let x = (Float(column) + 0.5) / scale, top = line(x)
            let edge = top * scale
            guard edge < Float(height) else { continue }
            for row in max(0, Int(edge.rounded(.down)))..<height {
                let place = SIMD2(x, (Float(row) + 0.5) / scale)
                blend(column, row, color(place, max(0, place.y - top)), Float(row + 1) - edge)
            }
        }
    }

    /// Red, green and blue of each pixel, row by row.
    func bytes() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(pixels.count * 3)
        for pixel in pixels {
            let clamped = (pixel.clamped(lowerBound: .zero, upperBound: Color(repeating: 1)) * 255).rounded(.toNearestOrAwayFromZero)
            bytes.append(UInt8(clamped.x))
            bytes.append(UInt8(clamped.y))
            bytes.append(UInt8(clamped.z))
        }
        return bytes
    }
}
