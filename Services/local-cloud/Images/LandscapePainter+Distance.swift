import Glibc

extension LandscapePainter {
    /// What lies between sky and foreground: ridges that fade into the haze, each with mist at its foot.
    mutating func paintDistance() {
        if scene.things.contains(.fuji) { paintFuji() }
        let isHilly = !scene.things.contains(.mountains)
        let layers = isHilly ? 2 : 3
        let bottom = scene.water == .none ? groundLine : horizon
        for layer in 0..<layers {
            let nearness = Float(layer + 1) / Float(layers)
            let height = (isHilly ? 0.085 : 0.30) * (1 - 0.62 * Float(layer) / Float(layers))
            let base = horizon + (bottom - horizon) * (nearness - 1 / Float(layers)) * 0.8
            paintRidge(layer, base: base, height: height, nearness: nearness, isHilly: isHilly)
        }
    }

    private mutating func paintRidge(_ layer: Int, base: Float, height: Float, nearness: Float, isHilly: Bool) {
        let noise = noise, shift = Float(layer) * 17.3
        let color = palette.farHills.mixed(with: palette.nearHills, nearness * (scene.water == .none ? 0.75 : 0.55))
            .mixed(with: palette.haze, 0.42 * (1 - nearness) + (scene.weather == .mist ? 0.28 : 0.04))
        let haze = palette.haze, snow = Color(0.95, 0.97, 1) * palette.light.mixed(with: Color(repeating: 1), 0.35)
        let hasSnow = scene.season == .winter && !isHilly, frequency: Float = isHilly ? 1.5 : 2.1
        let octaves = isHilly ? 3 : 6
        let line: (Float) -> Float = { x in
            let ridge = noise.ridge(x * frequency + shift, octaves: octaves, roughness: isHilly ? 0.35 : 0.5)
            return base - height * max(0, (ridge - 0.22) * 1.6)
        }
        canvas.fill(below: line) { place, depth in
            let foot = smoothStep(height * 0.2, height * 1.15, depth) * 0.62
            var shade = color.mixed(with: haze, foot)
            let texture = noise.clouds(place.x * 16 + shift, place.y * 30 - place.x * 9, octaves: 3) - 0.5
            shade *= 1 + texture * (isHilly ? 0.09 : 0.16)
            guard hasSnow else { return shade }
            let edge = noise.clouds(place.x * 22 + shift, place.y * 34, octaves: 3)
            let cover = smoothStep(0.30, 0.55, edge + 0.30 - depth / height * 0.9)
            return shade.mixed(with: snow, cover * 0.85)
        }
    }

    /// A cone with hollow flanks and a cap of snow that runs down in tongues.
    private mutating func paintFuji() {
        let noise = noise, horizon = horizon, haze = palette.haze
        // Beside the sun where a bough comes in from the other side, else across from it.
        let hasBough = scene.things.contains(.blossom) || scene.things.contains(.maple)
        let center = canvas.size.x * ((celestial.x > canvas.size.x / 2) == hasBough ? 0.60 : 0.40), height: Float = 0.34, peak: Float = 0.040
        let body = palette.farHills.mixed(with: haze, 0.16)
        let snow = Color(0.97, 0.97, 0.99) * palette.light.mixed(with: Color(repeating: 1), 0.45)
        let line: (Float) -> Float = { x in
            let distance = max(0, abs(x - center) - peak)
            let crater = (noise.at(x * 90) - 0.5) * 0.006
            return horizon - height * exp(-distance * 4.1) * (1 - smoothStep(0.3, 0.85, distance)) + crater
        }
        let top = horizon - height
        canvas.fill(below: line) { place, depth in
            let fall = (place.y - top) / height
            let tongues = noise.ridge((place.x - center) / (0.12 + fall) * 7 + 50, octaves: 3) * 0.34
            let cover = 1 - smoothStep(0.13, 0.17, fall - tongues + 0.06)
            let side = 1.05 - 0.12 * smoothStep(-0.03, 0.03, place.x - center + (tongues - 0.17) * 0.3)
            let rock = body.mixed(with: haze, smoothStep(0.35, 1, fall) * 0.75) * side
            return rock.mixed(with: snow * side, cover * 0.96)
        }
    }
}
