import Glibc

extension LandscapePainter {
    /// Pampas grass with silver plumes.
    mutating func paintReeds(around x: Float) {
        let stem = Color(0.55, 0.50, 0.33) * palette.light, plume = Color(0.93, 0.89, 0.78) * palette.light.mixed(with: Color(repeating: 1), 0.35)
        for _ in 0..<34 {
            let place = x + random.number(-0.26..<0.26)
            let foot = SIMD2(place, groundAt(place) + random.number(0.02..<0.10)), height = random.number(0.16..<0.34)
            let lean = random.number(-0.12..<0.20) + (scene.weather == .wind ? 0.25 : 0)
            let curve = (0...6).map { step -> SIMD2<Float> in
                let part = Float(step) / 6
                return foot + SIMD2(lean * height * part * part, -height * part)
            }
            canvas.stroke(curve, width: 0.0036, to: 0.0016, stem * random.number(0.8..<1.2))
            for step in 0..<12 {
                let part = Float(step) / 12, tip = curve[6] + SIMD2(lean * 0.09 * part, -0.055 * part * (1 - abs(lean) * 0.6))
                let droop = SIMD2((lean >= 0 ? 1 : -1) * random.number(0.006..<0.020), random.number(0..<0.016))
                canvas.stroke([tip, tip + droop], width: 0.0030, to: 0.0010, plume, 0.75)
            }
        }
    }

    /// Leaves on the water, and flowers between them.
    mutating func paintLotus() {
        let green = Color(0.22, 0.46, 0.32) * palette.light
        for index in 0..<19 {
            let far = 0.22 + 0.62 * Float(index) / 19
            let place = SIMD2(random.unit() * canvas.size.x, horizon + (groundLine - horizon) * far)
            let size = (0.022 + 0.050 * far) * random.number(0.75..<1.2)
            let tone = green * random.number(0.8..<1.25)
            canvas.ellipse(place + SIMD2(0, size * 0.10), SIMD2(size, size * 0.34), angle: 0, palette.ink, 0.30)
            canvas.ellipse(place, SIMD2(size, size * 0.32), angle: 0, tone)
            let cut = random.number(-0.9..<0.9)
            canvas.stroke([place, place + SIMD2(cut * size, size * 0.26)], width: size * 0.03, to: size * 0.12, tone * 0.62, 0.8)
            if index % 3 == 1 { paintLotusFlower(at: place + SIMD2(size * 0.4, -size * 0.3), size * 0.55) }
        }
    }

    private mutating func paintLotusFlower(at place: SIMD2<Float>, _ size: Float) {
        let light = palette.light.mixed(with: Color(repeating: 1), 0.35)
        for (angles, color) in [([Float(-1.15), 1.15, -0.75, 0.75], Color(0.95, 0.62, 0.74)), ([-0.42, 0.42, 0], Color(1, 0.84, 0.90))] {
            for angle in angles {
                let tilt = angle - 1.5708
                canvas.ellipse(place + SIMD2(cos(tilt), sin(tilt)) * size * 0.5, SIMD2(size * 0.58, size * 0.22), angle: tilt, color * light, 0.95)
            }
        }
    }

    /// A small frog on a leaf, and the rings it made.
    mutating func paintFrog(at place: SIMD2<Float>) {
        let light = palette.light.mixed(with: Color(repeating: 1), 0.25), green = Color(0.36, 0.55, 0.22) * light
        for ring in 1...4 {
            let reach = 0.055 * Float(ring) + 0.03
            let circle = (0...40).map { step -> SIMD2<Float> in
                let angle = Float(step) / 40 * 6.2832
                return place + SIMD2(cos(angle) * reach, sin(angle) * reach * 0.30 + 0.02)
            }
            canvas.stroke(circle, width: 0.0022, to: 0.0022, palette.horizon, 0.5 - 0.1 * Float(ring))
        }
        canvas.ellipse(place + SIMD2(0, 0.022), SIMD2(0.075, 0.024), angle: 0, Color(0.18, 0.40, 0.28) * light)
        for side in [Float(-1), 1] {
            canvas.ellipse(place + SIMD2(side * 0.026, 0.008), SIMD2(0.019, 0.010), angle: side * 0.5, green * 0.8)
            canvas.stroke([place + SIMD2(side * 0.013, 0.006), place + SIMD2(side * 0.020, 0.020)], width: 0.006, to: 0.004, green * 0.75)
        }
        canvas.ellipse(place, SIMD2(0.028, 0.020), angle: 0, green)
        canvas.ellipse(place + SIMD2(0, 0.008), SIMD2(0.017, 0.010), angle: 0, Color(0.86, 0.87, 0.62) * light, 0.8)
        canvas.ellipse(place + SIMD2(0, -0.016), SIMD2(0.021, 0.014), angle: 0, green * 1.08)
        for side in [Float(-1), 1] {
            canvas.disc(place + SIMD2(side * 0.013, -0.027), radius: 0.0065, green * 1.1)
            canvas.disc(place + SIMD2(side * 0.013, -0.028), radius: 0.0032, palette.ink * 0.5)
        }
    }

    mutating func paintFlowers() {
        let colors =
            scene.season == .autumn
            ? [Color(0.96, 0.78, 0.25), Color(0.93, 0.92, 0.86), Color(0.72, 0.45, 0.66)]
            : [Color(0.95, 0.55, 0.62), Color(0.99, 0.93, 0.62), Color(0.67, 0.60, 0.90), Color(0.97, 0.96, 0.97), Color(0.92, 0.35, 0.33)]
        for _ in 0..<Int(100 * canvas.size.x) {
            let x = random.unit() * canvas.size.x, depth = random.unit()
            let foot = SIMD2(x, groundAt(x) + 0.012 + depth * 0.20), height = (0.018 + 0.034 * depth) * random.number(0.7..<1.2)
            let head = foot + SIMD2(random.number(-0.008..<0.008), -height)
            canvas.stroke([foot, head], width: 0.0028, to: 0.0016, palette.nearHills.mixed(with: palette.ground, 0.4))
            paintBlossom(at: head, 0.0055 + 0.0075 * depth, random.pick(colors) * palette.light.mixed(with: Color(repeating: 1), 0.2))
        }
    }

    mutating func paintLanterns() {
        let isDark = scene.hour != .day
        let glow = Color(1.0, 0.62, 0.28), paper = isDark ? Color(1.0, 0.72, 0.36) : Color(0.86, 0.28, 0.20)
        let sag: (Float) -> SIMD2<Float> = { [size = canvas.size, horizon] in SIMD2($0 * size.x, horizon * 0.32 + 0.10 * (1 - 4 * ($0 - 0.5) * ($0 - 0.5))) }
        canvas.stroke((0...24).map { sag(Float($0) / 24) }, width: 0.0026, to: 0.0026, palette.ink, 0.9)
        for index in 0..<8 {
            let place = sag((Float(index) + 0.5) / 8) + SIMD2(0, 0.040)
            if isDark { canvas.disc(place, radius: 0.11, glow, 0.34, softness: 1) }
            canvas.ellipse(place, SIMD2(0.020, 0.027), angle: 0, paper)
            canvas.ellipse(place + SIMD2(-0.004, -0.003), SIMD2(0.010, 0.017), angle: 0, paper.mixed(with: Color(1, 0.95, 0.8), 0.55), 0.55, softness: 0.8)
            for edge in [Float(-1), 1] { canvas.ellipse(place + SIMD2(0, edge * 0.026), SIMD2(0.010, 0.004), angle: 0, palette.ink) }
        }
    }

    mutating func paintFireflies() {
        for _ in 0..<42 {
            let place = SIMD2(random.unit() * canvas.size.x, horizon * 0.72 + random.unit() * (canvas.size.y - horizon * 0.72))
            let size = random.number(0.004..<0.009)
            canvas.disc(place, radius: size * 6, Color(0.80, 0.98, 0.42), 0.26, softness: 1)
            canvas.disc(place, radius: size * 0.7, Color(0.97, 1.0, 0.72), 0.95, softness: 0.6)
        }
    }
}
