import Glibc

extension LandscapePainter {
    mutating func paintSky() {
        let palette = palette, horizon = horizon
        canvas.paint { place, _ in
            let depth = min(1, place.y / horizon)
            return depth < 0.55
                ? palette.skyTop.mixed(with: palette.skyMiddle, smoothStep(0, 0.55, depth))
                : palette.skyMiddle.mixed(with: palette.horizon, smoothStep(0.55, 1, depth))
        }
    }

    /// Bands of cloud, thin and drawn out, denser in rain.
    mutating func paintClouds() {
        let noise = noise, horizon = horizon, palette = palette
        let isNight = scene.hour == .night
        let amount: Float =
            switch scene.weather {
            case .rain: 0.75
            case .snow, .mist: 0.5
            case .clear, .wind: isNight ? 0.16 : 0.5
            }
        let bright = palette.horizon.mixed(with: Color(repeating: 1), isNight ? 0.05 : 0.55)
        let dark = palette.skyTop.mixed(with: palette.skyMiddle, 0.4)
        let isGray = scene.weather == .rain
        canvas.paint(to: horizon) { place, old in
            let field = noise.clouds(place.x * 1.7 + 3, place.y * 6.5, octaves: 5)
            let density = smoothStep(isGray ? 0.40 : 0.50, 0.78, field) * amount * smoothStep(0, 0.12, place.y) * smoothStep(horizon, horizon * 0.7, place.y)
            let shade = noise.clouds(place.x * 2.1 + 9, place.y * 7 + 0.35, octaves: 3)
            return old.mixed(with: isGray ? dark.mixed(with: bright, shade * 0.7) : bright, density)
        }
    }

    mutating func paintStars() {
        for _ in 0..<Int(170 * canvas.size.x) {
            let place = SIMD2(random.unit() * canvas.size.x, random.unit() * random.unit() * horizon)
            let brightness = random.number(0.15..<0.9) * (1 - place.y / horizon * 0.8)
            let radius = random.chance(0.08) ? random.number(0.0018..<0.0030) : random.number(0.0007..<0.0015)
            canvas.disc(place, radius: radius, Color(0.96, 0.97, 1), brightness, softness: 0.8)
        }
    }

    mutating func paintMoon() {
        let radius: Float = 0.062, ivory = Color(0.99, 0.96, 0.85)
        canvas.disc(celestial, radius: 0.42, ivory, 0.13, softness: 1)
        canvas.disc(celestial, radius: 0.17, ivory, 0.28, softness: 1)
        canvas.disc(celestial, radius: radius, ivory)
        for _ in 0..<7 {
            let angle = random.number(0..<6.28), distance = random.number(0..<0.65) * radius
            let spot = celestial + SIMD2(cos(angle), sin(angle)) * distance
            canvas.disc(spot, radius: random.number(0.12..<0.34) * radius, Color(0.86, 0.82, 0.72), 0.30, softness: 0.7)
        }
    }

    mutating func paintSun() {
        let isLow = scene.hour == .dusk || scene.hour == .dawn
        let color = isLow ? Color(0.96, 0.36, 0.25) : Color(1.0, 0.95, 0.80)
        let glow = isLow ? Color(1.0, 0.78, 0.50) : Color(1, 0.98, 0.88)
        canvas.disc(celestial, radius: 0.55, glow, isLow ? 0.34 : 0.25, softness: 1)
        canvas.disc(celestial, radius: 0.19, glow, 0.40, softness: 1)
        canvas.disc(celestial, radius: isLow ? 0.088 : 0.058, color, isLow ? 0.95 : 0.92)
    }
}
