import Glibc

extension LandscapePainter {
    /// What stands in the landscape, from far to near.
    mutating func paintThings() {
        let order: [Scene.Thing] = [
            .birds, .house, .bridge, .boat, .torii, .pines, .reeds, .lotus, .frog, .flowers, .bamboo, .lanterns, .maple, .blossom, .fireflies,
        ]
        for thing in order where scene.things.contains(thing) { paint(thing) }
    }

    private mutating func paint(_ thing: Scene.Thing) {
        let side: Float = celestial.x > canvas.size.x / 2 ? 0.24 : 0.76
        switch thing {
        case .birds: paintBirds()
        case .house: paintHouse(at: canvas.size.x * (1 - side) + 0.02)
        case .bridge: paintBridge()
        case .boat: paintBoat(at: SIMD2(canvas.size.x * (1 - side), horizon + (canvas.size.y - horizon) * 0.36))
        case .torii: paintTorii(at: canvas.size.x * (0.5 + (side - 0.5) * 0.35))
        case .pines:
            for index in 0..<3 {
                let x = canvas.size.x * side + (Float(index) - 1) * 0.15 + random.number(-0.03..<0.03)
                paintPine(at: x, height: random.number(0.24..<0.34) * (index == 1 ? 1.2 : 1))
            }
        case .reeds: paintReeds(around: canvas.size.x * (1 - side))
        case .lotus: paintLotus()
        case .frog: paintFrog(at: SIMD2(canvas.size.x * (0.5 + (side - 0.5) * 0.5), horizon + (canvas.size.y - horizon) * 0.55))
        case .flowers: paintFlowers()
        case .bamboo: paintBamboo()
        case .lanterns: paintLanterns()
        case .maple:
            paintBough([Color(0.78, 0.16, 0.10), Color(0.88, 0.32, 0.10), Color(0.93, 0.56, 0.14), Color(0.66, 0.10, 0.12)], size: 0.022, isPetal: false)
        case .blossom: paintBough([Color(1, 0.84, 0.88), Color(0.99, 0.76, 0.83), Color(1, 0.93, 0.95)], size: 0.015, isPetal: true)
        case .fireflies: paintFireflies()
        case .sun, .moon, .stars, .fuji, .mountains, .hills: break
        }
    }

    private mutating func paintBirds() {
        let center = SIMD2(canvas.size.x - celestial.x, horizon * random.number(0.40..<0.55))
        for index in 0..<7 {
            let rank = Float((index + 1) / 2) * (index % 2 == 0 ? 1 : -1)
            let place = center + SIMD2(rank * 0.045, abs(rank) * 0.020 + random.number(-0.006..<0.006))
            let span = random.number(0.016..<0.023), flap = random.number(0.3..<0.8)
            for side in [Float(-1), 1] {
                let wing = [place, place + SIMD2(side * span * 0.5, -span * flap * 0.6), place + SIMD2(side * span, -span * flap * 0.25)]
                canvas.stroke(wing, width: 0.0042, to: 0.001, palette.ink, 0.85)
            }
        }
    }

    /// A farmhouse with a deep thatched roof and a lit window.
    private mutating func paintHouse(at x: Float) {
        let ground = groundAt(x), y = ground + 0.012, width: Float = 0.15, wall: Float = 0.055
        let left = x - width / 2, right = x + width / 2, isSnowy = scene.season == .winter || scene.weather == .snow
        canvas.polygon([[left, y], [right, y], [right, y - wall], [left, y - wall]], Color(0.70, 0.62, 0.50) * palette.light)
        for post in 0...4 {
            let place = left + width * Float(post) / 4
            canvas.stroke([[place, y], [place, y - wall]], width: 0.005, to: 0.005, Color(0.25, 0.17, 0.12) * palette.light)
        }
        let lit = scene.hour == .day ? Color(0.93, 0.89, 0.78) : Color(1.0, 0.80, 0.42)
        canvas.polygon([[x - 0.030, y - 0.004], [x + 0.030, y - 0.004], [x + 0.030, y - wall + 0.012], [x - 0.030, y - wall + 0.012]], lit)
        for bar in [Float(-0.015), 0, 0.015] {
            canvas.stroke([[x + bar, y - 0.004], [x + bar, y - wall + 0.012]], width: 0.002, to: 0.002, palette.ink, 0.7)
        }
        if scene.hour != .day { canvas.disc([x, y - wall / 2], radius: 0.11, lit, 0.30, softness: 1) }
        let roof = isSnowy ? Color(0.92, 0.95, 0.99) * palette.light.mixed(with: Color(repeating: 1), 0.2) : Color(0.36, 0.28, 0.22) * palette.light
        let eave = y - wall + 0.006
        canvas.polygon([[left - 0.032, eave], [right + 0.032, eave], [x + 0.048, y - wall - 0.082], [x - 0.048, y - wall - 0.082]], roof)
        canvas.stroke([[left - 0.032, eave], [right + 0.032, eave]], width: 0.009, to: 0.009, roof * 0.72)
        canvas.stroke([[x - 0.054, y - wall - 0.082], [x + 0.054, y - wall - 0.082]], width: 0.013, to: 0.013, roof * 0.8)
    }

    /// A red arch over the water.
    private mutating func paintBridge() {
        let center = canvas.size.x / 2, y = horizon + (canvas.size.y - horizon) * 0.42, reach: Float = 0.30
        let red = Color(0.72, 0.20, 0.15) * palette.light.mixed(with: Color(repeating: 1), 0.15)
        let arch: (Float) -> SIMD2<Float> = { SIMD2(center + $0 * reach, y - 0.11 * (1 - $0 * $0)) }
        let steps = (-12...12).map { Float($0) / 12 }
        for step in steps where Int((step * 12).rounded()) % 3 == 0 {
            canvas.stroke([arch(step), arch(step) + SIMD2(0, -0.045)], width: 0.007, to: 0.007, red)
            canvas.stroke([arch(step), SIMD2(arch(step).x, y + 0.035)], width: 0.008, to: 0.007, red * 0.6, abs(step) > 0.3 ? 0.9 : 0)
        }
        canvas.stroke(steps.map(arch), width: 0.016, to: 0.016, red * 0.85)
        canvas.stroke(steps.map { arch($0) + SIMD2(0, -0.045) }, width: 0.008, to: 0.008, red)
        canvas.stroke(steps.map { arch($0) + SIMD2(0, -0.024) }, width: 0.004, to: 0.004, red)
    }

    private mutating func paintBoat(at place: SIMD2<Float>) {
        let hull = Color(0.24, 0.16, 0.12) * palette.light.mixed(with: Color(repeating: 1), 0.1)
        let sail = Color(0.96, 0.93, 0.84) * palette.light.mixed(with: Color(repeating: 1), 0.3)
        canvas.ellipse(place + SIMD2(0, 0.026), SIMD2(0.095, 0.012), angle: 0, palette.ink, 0.30, softness: 0.8)
        let bottom = (0...8).map { step -> SIMD2<Float> in
            let part = Float(step) / 8 * 2 - 1
            return place + SIMD2(part * 0.085, 0.022 - 0.030 * part * part)
        }
        canvas.polygon(
            [place + SIMD2(-0.098, -0.018)] + bottom + [place + SIMD2(0.098, -0.018), place + SIMD2(0.06, -0.002), place + SIMD2(-0.06, -0.002)], hull)
        canvas.stroke([place + SIMD2(0.004, 0), place + SIMD2(0.004, -0.205)], width: 0.005, to: 0.003, hull)
        let full = (0...8).map { step -> SIMD2<Float> in
            let part = Float(step) / 8
            return place + SIMD2(0.070 + 0.022 * sin(part * 3.14), -0.03 - 0.155 * part)
        }
        canvas.polygon([place + SIMD2(-0.052, -0.03)] + full + [place + SIMD2(-0.046, -0.185)], sail)
        for seam in [Float(0.3), 0.55, 0.8] {
            let y = -0.03 - 0.155 * seam
            canvas.stroke([place + SIMD2(-0.050, y), place + SIMD2(0.082, y)], width: 0.0016, to: 0.0016, sail * 0.8, 0.8)
        }
    }

    private mutating func paintTorii(at x: Float) {
        let isInWater = scene.water == .sea || scene.water == .river
        let foot = isInWater ? horizon + (canvas.size.y - horizon) * 0.40 : groundAt(x) + 0.05
        let height: Float = 0.25, half: Float = 0.105
        let red = Color(0.77, 0.20, 0.13) * palette.light.mixed(with: Color(repeating: 1), 0.15)
        canvas.ellipse([x, foot + 0.004], [half * 1.4, 0.012], angle: 0, palette.ink, 0.35, softness: 0.8)
        for side in [Float(-1), 1] {
            canvas.stroke([[x + side * half, foot], [x + side * half * 0.90, foot - height]], width: 0.023, to: 0.019, red)
            canvas.stroke([[x + side * half - 0.006, foot], [x + side * half * 0.90 - 0.005, foot - height]], width: 0.006, to: 0.005, red * 1.25, 0.6)
            canvas.stroke([[x + side * half, foot], [x + side * half, foot - 0.016]], width: 0.026, to: 0.026, palette.ink)
        }
        canvas.stroke([[x - half * 1.22, foot - height * 0.74], [x + half * 1.22, foot - height * 0.74]], width: 0.015, to: 0.015, red)
        canvas.stroke([[x, foot - height * 0.74], [x, foot - height]], width: 0.020, to: 0.020, red)
        let beam: (Float, Float) -> [SIMD2<Float>] = { lift, reach in
            (-8...8).map { SIMD2(x + Float($0) / 8 * half * reach, foot - height - lift - 0.020 * Float($0 * $0) / 64) }
        }
        canvas.stroke(beam(0, 1.48), width: 0.018, to: 0.018, red)
        canvas.stroke(beam(0.014, 1.56), width: 0.013, to: 0.013, palette.ink.mixed(with: red, 0.2))
    }
}
