/// Draws a landscape for the words of a prompt: the same picture for the same words, seed and size.
///
/// From back to front: sky, sun or moon, far ridges, water, near ground, things, weather. It blocks: up to a second for the largest picture.
struct LandscapePainter {
    /// Pixels of a side.
    static let sides = 64...1_536

    let scene: Scene
    let palette: Palette
    let noise: Noise
    var random: SeededRandom
    var canvas: Canvas
    /// Where the sky meets water or land.
    let horizon: Float
    /// Where the near ground begins, in the middle.
    let groundLine: Float
    /// Where sun and moon stand.
    let celestial: SIMD2<Float>

    /// The picture as a PNG file.
    static func picture(of prompt: String, seed: UInt64, width: Int, height: Int) -> [UInt8] {
        precondition(sides.contains(width) && sides.contains(height), "a picture has 64 to 1,536 pixels a side")
        var painter = LandscapePainter(prompt: prompt, seed: seed, width: width, height: height)
        painter.paint()
        return PNG.encode(width: width, height: height, pixels: painter.canvas.bytes())
    }

    init(prompt: String, seed: UInt64, width: Int, height: Int) {
        random = SeededRandom(seed: StableHash.of(prompt, seed: seed))
        scene = Scene(prompt: prompt, random: &random)
        palette = Palette(scene)
        noise = Noise(seed: random.next())
        canvas = Canvas(width: width, height: height)
        let size = canvas.size
        horizon = size.y * (scene.water == .none ? random.number(0.54..<0.60) : random.number(0.50..<0.55))
        groundLine = size.y * (scene.water == .none ? 0.74 : scene.water == .pond ? 0.90 : 0.88)
        let isLow = scene.hour == .dusk || scene.hour == .dawn
        let share = random.chance(0.5) ? random.number(0.24..<0.36) : random.number(0.64..<0.76)
        celestial = SIMD2(size.x * share, isLow ? horizon - random.number(0.05..<0.12) : size.y * random.number(0.16..<0.24))
    }

    private mutating func paint() {
        paintSky()
        if scene.things.contains(.stars) { paintStars() }
        if scene.things.contains(.moon) { paintMoon() } else if scene.things.contains(.sun) { paintSun() }
        paintClouds()
        paintDistance()
        if scene.water != .none { paintWater() }
        paintGround()
        paintThings()
        paintWeather()
        finish()
    }

    /// A little grain as of paper, and corners that are a little darker.
    private mutating func finish() {
        let size = canvas.size, noise = noise, scale = canvas.scale
        canvas.paint { place, old in
            let grain = (noise.at(place.x * scale * 0.7, place.y * scale * 0.7) - 0.5) * 0.022
            let offset = (place / size - 0.5) * 2
            let corner = smoothStep(0.75, 1.45, length(offset)) * 0.22
            return old * (1 - corner) + grain
        }
    }
}
