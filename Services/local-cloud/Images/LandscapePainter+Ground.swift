import Glibc

extension LandscapePainter {
    /// The height of the near ground at a place.
    var groundAt: (Float) -> Float {
        let noise = noise, line = groundLine, size = canvas.size
        let isBank = scene.water != .none
        // A bank rises to one side, so that the water stays in view.
        let leansLeft = celestial.x > size.x / 2
        return { x in
            let part = leansLeft ? x / size.x : 1 - x / size.x
            let slope: Float = isBank ? 0.10 * smoothStep(0.15, 0.75, part) - 0.045 : 0
            return line + slope - 0.055 * (noise.ridge(x * 1.6 + 71, octaves: 4, roughness: 0.4) - 0.5)
        }
    }

    mutating func paintGround() {
        let noise = noise, ground = palette.ground, near = palette.nearHills, light = palette.light
        let isSnowy = scene.season == .winter || scene.weather == .snow
        let snow = Color(0.90, 0.93, 0.98) * light.mixed(with: Color(repeating: 1), 0.15)
        canvas.fill(below: groundAt) { place, depth in
            let patches = noise.clouds(place.x * 5, place.y * 13, octaves: 4)
            if isSnowy { return snow * (0.90 + patches * 0.16 - min(0.12, depth * 0.25)) }
            return ground.mixed(with: near, smoothStep(0, 0.30, depth) * 0.55 + (patches - 0.5) * 0.5) * (0.92 + patches * 0.16)
        }
        if !isSnowy { paintGrass(canvas.size.x * 330, height: 0.018) }
    }

    /// Blades that stand on the ground, lighter at the back and darker before.
    mutating func paintGrass(_ count: Float, height: Float) {
        let wind: Float = scene.weather == .wind ? 0.9 : 0.25
        for _ in 0..<Int(count) {
            let x = random.unit() * canvas.size.x, depth = random.unit() * random.unit()
            let foot = SIMD2(x, groundAt(x) + depth * 0.20 + 0.004)
            let reach = height * random.number(0.5..<1.3) * (1 + depth * 1.6)
            let lean = random.number(-0.4..<0.4) + wind * 0.5
            let middle = foot + SIMD2(lean * reach * 0.35, -reach * 0.6), tip = foot + SIMD2(lean * reach, -reach)
            let tone = palette.ground.mixed(with: palette.nearHills, random.unit() * 0.8) * random.number(0.78..<1.18)
            canvas.stroke([foot, middle, tip], width: 0.0026 * (1 + depth), to: 0.0007, tone, 0.75)
        }
    }
}
