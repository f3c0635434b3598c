import Glibc

extension LandscapePainter {
    /// Water mirrors what stands above it, rippled, and glitters below sun and moon.
    mutating func paintWater() {
        let above = canvas, noise = noise, horizon = horizon, palette = palette, size = canvas.size
        let shore = shoreline
        let isSea = scene.water == .sea, celestial = celestial
        let tint = isSea ? palette.skyTop.mixed(with: Color(0.05, 0.26, 0.34) * palette.light, 0.55) : palette.skyTop.mixed(with: palette.nearHills, 0.35)
        let shines = scene.things.contains(.moon) || scene.things.contains(.sun)
        let glitter = scene.things.contains(.moon) ? Color(1, 0.97, 0.86) : Color(1, 0.93, 0.78)
        canvas.paint(from: horizon) { place, old in
            let cover = min(1, max(0, (place.y - shore(place.x)) * above.scale))
            guard cover > 0 else { return old }
            let depth = place.y - horizon, far = depth / max(0.01, size.y - horizon)
            let wave = noise.clouds(place.x * (isSea ? 7 : 4) / (0.22 + far), place.y * (isSea ? 60 : 46) / (0.35 + far), octaves: 3) - 0.5
            let mirror = SIMD2(place.x + wave * 0.030 * (0.25 + far), horizon - depth * 0.92 + wave * 0.055 * (0.2 + far))
            var color = above.nearest(mirror).mixed(with: tint, 0.26 + 0.44 * far)
            color *= 1 + wave * (isSea ? 0.34 : 0.20)
            if shines {
                let path = 1 - smoothStep(0.012, 0.055 + far * 0.16, abs(place.x - celestial.x + wave * 0.05))
                color = color.mixed(with: glitter, path * smoothStep(0.02, 0.26, wave) * 0.75)
            }
            return old.mixed(with: color, cover)
        }
        if isSea { paintFoam() }
    }

    /// Where the water begins: the horizon for the sea, a curved bank for pond and river.
    private var shoreline: (Float) -> Float {
        let noise = noise, horizon = horizon, lift: Float = scene.water == .sea ? 0 : 0.020
        return { horizon + lift * noise.ridge($0 * 3, octaves: 3) }
    }

    private mutating func paintFoam() {
        let white = Color(0.97, 0.98, 0.97) * palette.light.mixed(with: Color(repeating: 1), 0.3)
        for row in 0..<26 {
            let far = Float(row) / 26
            let y = horizon + (canvas.size.y - horizon) * (0.06 + far * far * 0.94)
            for _ in 0..<3 {
                let x = random.unit() * canvas.size.x, reach = random.number(0.02..<0.09) * (0.35 + far)
                let places = (0...8).map { step -> SIMD2<Float> in
                    let part = Float(step) / 8
                    return SIMD2(x + reach * (part - 0.5) * 2, y - sin(part * 3.14) * 0.010 * (0.2 + far))
                }
                canvas.stroke(places, width: 0.0006 + 0.0018 * far, to: 0.0006, white, 0.16 + 0.30 * far)
            }
        }
    }
}

extension Canvas {
    /// The color at a place, at the edge for places outside.
    func nearest(_ place: SIMD2<Float>) -> Color {
        self[min(width - 1, max(0, Int(place.x * scale))), min(height - 1, max(0, Int(place.y * scale)))]
    }
}
