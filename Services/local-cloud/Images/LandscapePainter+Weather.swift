import Glibc

extension LandscapePainter {
    /// What falls and drifts before everything else.
    mutating func paintWeather() {
        switch scene.weather {
        case .rain: paintRain()
        case .snow: paintSnow()
        case .mist: paintMist()
        case .clear, .wind: break
        }
        guard scene.weather == .clear || scene.weather == .wind else { return }
        let count = scene.weather == .wind ? 60 : 26
        if scene.things.contains(.blossom) { paintPetals(count) }
        if scene.things.contains(.maple) { paintFallingLeaves(count / 2) }
    }

    /// Thin slanting strokes, as in the prints.
    private mutating func paintRain() {
        let color = palette.horizon.mixed(with: Color(repeating: 1), 0.35)
        for _ in 0..<Int(420 * canvas.size.x * canvas.size.y) {
            let depth = random.unit()
            let start = SIMD2(random.number(-0.1..<1.15) * canvas.size.x, random.number(-0.2..<1) * canvas.size.y)
            let fall = SIMD2(-0.22, 1) * (0.05 + 0.16 * depth)
            canvas.stroke([start, start + fall], width: 0.0009 + 0.0012 * depth, to: 0.0006, color, 0.16 + 0.28 * depth)
        }
    }

    private mutating func paintSnow() {
        for _ in 0..<Int(520 * canvas.size.x * canvas.size.y) {
            let depth = random.unit() * random.unit()
            let place = SIMD2(random.unit() * canvas.size.x, random.unit() * canvas.size.y)
            canvas.disc(place, radius: 0.0016 + 0.0085 * depth, Color(repeating: 1), 0.55 + 0.35 * depth, softness: 0.55)
        }
    }

    /// Banks of mist that lie in the valleys.
    private mutating func paintMist() {
        let noise = noise, horizon = horizon, color = palette.haze.mixed(with: Color(repeating: 1), scene.hour == .night ? 0.05 : 0.45)
        canvas.paint(from: horizon * 0.55) { place, old in
            let bank = noise.clouds(place.x * 1.3 + 40, place.y * 8, octaves: 4)
            let band = 1 - abs(place.y - horizon * 1.05) / (horizon * 0.62)
            return old.mixed(with: color, smoothStep(0.34, 0.66, bank) * max(0, band) * 0.80)
        }
    }

    private mutating func paintPetals(_ count: Int) {
        for _ in 0..<count {
            let place = SIMD2(random.unit() * canvas.size.x, random.number(0.1..<1) * canvas.size.y)
            let size = random.number(0.004..<0.009), pink = Color(1, 0.82, 0.87) * palette.light.mixed(with: Color(repeating: 1), 0.45)
            canvas.ellipse(place, SIMD2(size, size * random.number(0.35..<0.7)), angle: random.number(0..<3.14), pink, 0.9)
        }
    }

    private mutating func paintFallingLeaves(_ count: Int) {
        for _ in 0..<count {
            let place = SIMD2(random.unit() * canvas.size.x, random.number(0.25..<1) * canvas.size.y)
            let color = random.pick([Color(0.80, 0.20, 0.10), Color(0.90, 0.42, 0.12), Color(0.93, 0.62, 0.18)])
            paintLeaf(at: place, random.number(0.009..<0.018), color * palette.light.mixed(with: Color(repeating: 1), 0.35))
        }
    }
}
