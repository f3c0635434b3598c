import Glibc

extension LandscapePainter {
    /// A bough that comes in from a corner, with twigs, and clusters of petals or leaves.
    mutating func paintBough(_ leaves: [Color], size leafSize: Float, isPetal: Bool) {
        let fromLeft = celestial.x > canvas.size.x / 2
        let x: (Float) -> Float = { [size = canvas.size] in fromLeft ? $0 : size.x - $0 }
        let sign: Float = fromLeft ? 1 : -1
        let reach = min(0.62, canvas.size.x * 0.6)
        var ends: [SIMD2<Float>] = []
        for (start, turn) in [(Float(0.04), Float(0.30)), (0.16, 0.10)] {
            var places = [SIMD2(x(-0.03), start)]
            for step in 1...9 {
                let part = Float(step) / 9
                let wobble = (random.unit() - 0.5) * 0.045
                places.append(SIMD2(x(-0.03 + reach * part * (turn > 0.2 ? 1 : 0.7)), start + turn * part * part * 0.55 + wobble * part))
            }
            canvas.stroke(places, width: 0.030 * (turn > 0.2 ? 1 : 0.7), to: 0.004, palette.ink.mixed(with: Color(0.26, 0.17, 0.13) * palette.light, 0.7))
            for place in places.dropFirst(2) {
                for _ in 0..<3 {
                    let length = random.number(0.04..<0.13), angle = random.number(-1.1..<1.3)
                    let end = place + SIMD2(cos(angle) * sign, sin(angle)) * length
                    let bend = place + (end - place) * 0.5 + SIMD2(0, random.number(-0.015..<0.015))
                    canvas.stroke([place, bend, end], width: 0.006, to: 0.0015, palette.ink.mixed(with: Color(0.26, 0.17, 0.13) * palette.light, 0.6))
                    ends += [end, bend]
                }
                ends.append(place)
            }
        }
        for end in ends { paintCluster(at: end, leaves, leafSize, isPetal) }
    }

    private mutating func paintCluster(at place: SIMD2<Float>, _ leaves: [Color], _ size: Float, _ isPetal: Bool) {
        for _ in 0..<random.pick([5, 7, 9]) {
            let spot = place + SIMD2(random.number(-0.035..<0.035), random.number(-0.030..<0.030))
            let color = random.pick(leaves) * palette.light.mixed(with: Color(repeating: 1), 0.35)
            if isPetal { paintBlossom(at: spot, size * random.number(0.7..<1.2), color) } else { paintLeaf(at: spot, size * random.number(0.7..<1.25), color) }
        }
    }

    /// Five petals and a heart.
    mutating func paintBlossom(at place: SIMD2<Float>, _ size: Float, _ color: Color) {
        let turn = random.number(0..<1.26), squeeze = random.number(0.6..<1)
        for petal in 0..<5 {
            let angle = turn + Float(petal) * 1.2566
            let center = place + SIMD2(cos(angle), sin(angle) * squeeze) * size * 0.55
            canvas.ellipse(center, SIMD2(size * 0.52, size * 0.38 * squeeze), angle: angle, color * random.number(0.93..<1.05), 0.88)
        }
        canvas.disc(place, radius: size * 0.2, Color(0.85, 0.42, 0.50) * palette.light.mixed(with: Color(repeating: 1), 0.3), 0.6, softness: 0.6)
    }

    /// A leaf of the Japanese maple: five fingers.
    mutating func paintLeaf(at place: SIMD2<Float>, _ size: Float, _ color: Color) {
        let turn = random.number(0..<6.28)
        for finger in -2...2 {
            let angle = turn + Float(finger) * 0.62
            let reach = size * (1 - 0.16 * abs(Float(finger)))
            canvas.ellipse(place + SIMD2(cos(angle), sin(angle)) * reach * 0.55, SIMD2(reach * 0.55, size * 0.17), angle: angle, color, 0.92)
        }
    }

    /// A pine as brushes paint it: a bent trunk and flat clouds of needles.
    mutating func paintPine(at x: Float, height: Float) {
        let foot = SIMD2(x, groundAt(x) + 0.03), lean = random.number(-0.22..<0.22)
        let bark = palette.ink.mixed(with: Color(0.24, 0.17, 0.13) * palette.light, 0.6)
        let trunk = (0...8).map { step -> SIMD2<Float> in
            let part = Float(step) / 8
            return foot + SIMD2(lean * height * part + sin(part * 5 + x * 9) * 0.012, -height * part)
        }
        canvas.stroke(trunk, width: height * 0.060, to: height * 0.012, bark)
        for (index, place) in trunk.enumerated().dropFirst(3) {
            let reach = height * 0.34 * (1.12 - Float(index) / 9)
            for side in [Float(-1), 1] where random.chance(0.9) {
                let end = place + SIMD2(side * reach * random.number(0.6..<1), random.number(-0.02..<0.012))
                canvas.stroke([place, end], width: height * 0.014, to: height * 0.004, bark)
                paintNeedles(at: end, reach * 0.62)
                paintNeedles(at: (place + end) / 2, reach * 0.5)
            }
        }
        paintNeedles(at: trunk[8], height * 0.14)
    }

    private mutating func paintNeedles(at place: SIMD2<Float>, _ reach: Float) {
        let green = Color(0.09, 0.27, 0.22) * palette.light, isSnowy = scene.season == .winter || scene.weather == .snow
        for _ in 0..<26 {
            let spot = place + SIMD2(random.number(-1..<1) * reach, random.number(-0.28..<0.20) * reach)
            let tone = green.mixed(with: palette.nearHills, random.unit() * 0.4) * random.number(0.75..<1.25)
            canvas.ellipse(spot, SIMD2(reach * 0.26, reach * 0.09), angle: random.number(-0.35..<0.35), tone, 0.75)
        }
        guard isSnowy else { return }
        let snow = Color(0.95, 0.97, 1) * palette.light.mixed(with: Color(repeating: 1), 0.2)
        for _ in 0..<12 {
            let spot = place + SIMD2(random.number(-0.9..<0.9) * reach, random.number(-0.34..<(-0.12)) * reach)
            canvas.ellipse(spot, SIMD2(reach * 0.25, reach * 0.065), angle: random.number(-0.2..<0.2), snow, 0.85)
        }
    }

    /// Stalks with nodes and narrow leaves, at one side.
    mutating func paintBamboo() {
        let fromLeft = celestial.x > canvas.size.x / 2
        for index in 0..<7 {
            let offset = Float(index) * 0.055 + random.number(0..<0.03)
            let x = fromLeft ? 0.02 + offset : canvas.size.x - 0.02 - offset
            let width = random.number(0.012..<0.021), lean = random.number(-0.03..<0.03)
            let green = Color(0.33, 0.52, 0.28).mixed(with: Color(0.16, 0.38, 0.27), random.unit()) * palette.light * (index % 2 == 0 ? 1 : 0.85)
            let bottom = canvas.size.y + 0.02
            var y = bottom
            while y > -0.1 {
                let length = random.number(0.10..<0.15), part = (bottom - y) / bottom
                let start = SIMD2(x + lean * part, y), end = SIMD2(x + lean * (part + length / bottom), y - length)
                canvas.stroke([start, end], width: width, to: width * 0.98, green)
                canvas.stroke([start + SIMD2(-width * 0.22, 0), end + SIMD2(-width * 0.22, 0)], width: width * 0.22, to: width * 0.2, green * 1.3, 0.5)
                canvas.ellipse(end, SIMD2(width * 0.62, width * 0.16), angle: 0, green * 0.6, 0.8)
                if random.chance(0.65), y < canvas.size.y * 0.85 { paintBambooLeaves(at: end, green) }
                y -= length
            }
        }
    }

    private mutating func paintBambooLeaves(at place: SIMD2<Float>, _ green: Color) {
        let side: Float = random.chance(0.5) ? 1 : -1
        let twig = place + SIMD2(side * random.number(0.04..<0.09), random.number(-0.05..<0.0))
        canvas.stroke([place, twig], width: 0.0035, to: 0.0015, green * 0.8)
        for _ in 0..<6 {
            let angle = random.number(0.1..<1.3) * side + (side < 0 ? 3.14 : 0), reach = random.number(0.022..<0.044)
            let center = twig + SIMD2(cos(angle), abs(sin(angle))) * reach * 0.8
            canvas.ellipse(center, SIMD2(reach, reach * 0.16), angle: side > 0 ? angle : 3.14 - abs(angle - 3.14), green * random.number(0.8..<1.3), 0.92)
        }
    }
}
