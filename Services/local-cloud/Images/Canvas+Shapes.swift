import Glibc

extension Canvas {
    /// A disc whose edge is one pixel soft, or as soft as `softness` says (a glow at 1).
    mutating func disc(_ center: SIMD2<Float>, radius: Float, _ color: Color, _ share: Float = 1, softness: Float = 0) {
        ellipse(center, SIMD2(radius, radius), angle: 0, color, share, softness: softness)
    }

    /// An ellipse turned by an angle in radians.
    mutating func ellipse(_ center: SIMD2<Float>, _ radii: SIMD2<Float>, angle: Float, _ color: Color, _ share: Float = 1, softness: Float = 0) {
        let reach = max(radii.x, radii.y)
        let along = SIMD2(cos(angle), sin(angle)), across = SIMD2(-along.y, along.x)
        let soft = max(softness, 1 / (max(0.5, min(radii.x, radii.y) * scale)))
        each(center - reach - 1 / scale, center + reach + 1 / scale) { place in
            let offset = place - center
            let distance = length(SIMD2((offset * along).sum() / radii.x, (offset * across).sum() / radii.y))
            let cover = 1 - smoothStep(1 - soft, 1 + (softness > 0 ? 0 : soft), distance)
            return (color, share * cover)
        }
    }

    /// A line through places, its width going evenly from one to another, with round ends.
    mutating func stroke(_ places: [SIMD2<Float>], width from: Float, to: Float, _ color: Color, _ share: Float = 1) {
        for index in places.indices.dropFirst() {
            let part = Float(index - 1) / Float(max(1, places.count - 1)), next = Float(index) / Float(max(1, places.count - 1))
            segment(places[index - 1], places[index], from + (to - from) * part, from + (to - from) * next, color, share)
        }
    }

    private mutating func segment(
        _ start: SIMD2<Float>, _ end: SIMD2<Float>, _ first: Float, _ last: Float, _ color: Color, _ share: Float
    ) {
        let reach = max(first, last) / 2 + 1 / scale
        let direction = end - start, square = max(1e-12, (direction * direction).sum()), scale = scale
        each(pointwiseMin(start, end) - reach, pointwiseMax(start, end) + reach) { place in
            let part = min(1, max(0, ((place - start) * direction).sum() / square))
            let radius = (first + (last - first) * part) / 2
            let cover = (radius - length(place - start - direction * part)) * scale + 0.5
            // A line thinner than a pixel covers a part of it.
            return (color, share * min(1, max(0, cover)) * min(1, max(0.15, radius * 2 * scale)))
        }
    }

    /// A polygon by the even-odd rule, with four samples a pixel.
    mutating func polygon(_ corners: [SIMD2<Float>], _ color: Color, _ share: Float = 1) {
        guard corners.count > 2 else { return }
        let low = corners.reduce(corners[0], pointwiseMin), high = corners.reduce(corners[0], pointwiseMax)
        let step = 0.25 / scale
        let samples = [SIMD2(-step, -step), SIMD2(step, -step), SIMD2(-step, step), SIMD2(step, step)]
        each(low - 1 / scale, high + 1 / scale) { place in
            let inside = samples.count { Self.contains(corners, place + $0) }
            return (color, share * Float(inside) / 4)
        }
    }

    private static func contains(_ corners: [SIMD2<Float>], _ place: SIMD2<Float>) -> Bool {
        var isInside = false
        var previous = corners[corners.count - 1]
        for corner in corners {
            if (corner.y > place.y) != (previous.y > place.y),
                place.x < (previous.x - corner.x) * (place.y - corner.y) / (previous.y - corner.y) + corner.x
            {
                isInside.toggle()
            }
            previous = corner
        }
        return isInside
    }

    private mutating func each(_ low: SIMD2<Float>, _ high: SIMD2<Float>, _ color: (SIMD2<Float>) -> (Color, Float)) {
        let left = max(0, Int((low.x * scale).rounded(.down))), right = min(width, Int((high.x * scale).rounded(.up)))
        let top = max(0, Int((low.y * scale).rounded(.down))), bottom = min(height, Int((high.y * scale).rounded(.up)))
        guard left < right, top < bottom else { return }
        for y in top..<bottom {
            for x in left..<right {
                let (color, share) = color(SIMD2(Float(x) + 0.5, Float(y) + 0.5) / scale)
                blend(x, y, color, share)
            }
        }
    }
}

/// The length of an arrow.
func length(_ arrow: SIMD2<Float>) -> Float { (arrow * arrow).sum().squareRoot() }
