/// The colors of a landscape by its hour, season and weather.
struct Palette {
    var skyTop: Color
    var skyMiddle: Color
    var horizon: Color
    /// What lies far away turns to this.
    var haze: Color
    var farHills: Color
    var nearHills: Color
    var ground: Color
    /// How bright things in the foreground are, from 0 to 1.
    var light: Color
    var ink: Color

    init(_ scene: Scene) {
        let sky = Self.sky(scene)
        skyTop = sky.top
        skyMiddle = sky.middle
        horizon = sky.horizon
        light = Self.light(scene.hour)
        ink = Color(0.10, 0.11, 0.14) * (scene.hour == .night ? 0.55 : 1)
        ground = Self.ground(scene) * light
        nearHills = Self.nearHills(scene) * light
        haze = sky.horizon.mixed(with: sky.middle, 0.35)
        farHills = Self.farHills(scene)
        if scene.weather == .rain { cloudOver(0.6, Color(0.50, 0.56, 0.62)) }
        if scene.weather == .snow { cloudOver(0.5, Color(0.80, 0.84, 0.89)) }
        if scene.weather == .mist { cloudOver(0.45, Color(0.86, 0.87, 0.86)) }
    }

    private mutating func cloudOver(_ share: Float, _ gray: Color) {
        let gray = gray * light
        skyTop = skyTop.mixed(with: gray * 0.82, share)
        skyMiddle = skyMiddle.mixed(with: gray, share)
        horizon = horizon.mixed(with: gray.mixed(with: Color(repeating: 1) * light, 0.3), share)
        haze = haze.mixed(with: gray, share)
        farHills = farHills.mixed(with: gray, share * 0.5)
    }

    private static func sky(_ scene: Scene) -> (top: Color, middle: Color, horizon: Color) {
        switch (scene.hour, scene.season) {
        case (.night, .summer): (Color(0.03, 0.06, 0.17), Color(0.07, 0.16, 0.31), Color(0.22, 0.38, 0.47))
        case (.night, .autumn): (Color(0.05, 0.05, 0.14), Color(0.14, 0.13, 0.27), Color(0.38, 0.32, 0.41))
        case (.night, _): (Color(0.03, 0.05, 0.14), Color(0.09, 0.14, 0.29), Color(0.27, 0.34, 0.48))
        case (.dusk, _): (Color(0.23, 0.23, 0.44), Color(0.79, 0.45, 0.47), Color(1.0, 0.77, 0.48))
        case (.dawn, _): (Color(0.47, 0.58, 0.79), Color(0.92, 0.76, 0.76), Color(1.0, 0.91, 0.76))
        case (.day, .spring): (Color(0.49, 0.70, 0.86), Color(0.76, 0.87, 0.92), Color(0.99, 0.93, 0.90))
        case (.day, .summer): (Color(0.15, 0.46, 0.75), Color(0.46, 0.74, 0.89), Color(0.91, 0.97, 0.94))
        case (.day, .autumn): (Color(0.48, 0.65, 0.79), Color(0.82, 0.84, 0.80), Color(0.99, 0.88, 0.72))
        case (.day, .winter): (Color(0.58, 0.69, 0.81), Color(0.80, 0.86, 0.91), Color(0.96, 0.95, 0.95))
        case (.day, nil): (Color(0.30, 0.55, 0.75), Color(0.65, 0.81, 0.88), Color(0.97, 0.94, 0.86))
        }
    }

    private static func light(_ hour: Scene.Hour) -> Color {
        switch hour {
        case .day: Color(1, 1, 1)
        case .dawn: Color(0.95, 0.86, 0.84)
        case .dusk: Color(0.66, 0.50, 0.52)
        case .night: Color(0.24, 0.30, 0.46)
        }
    }

    private static func ground(_ scene: Scene) -> Color {
        switch scene.season {
        case .spring: Color(0.50, 0.62, 0.36)
        case .summer: Color(0.22, 0.46, 0.27)
        case .autumn: Color(0.66, 0.46, 0.23)
        case .winter: Color(0.88, 0.92, 0.97)
        case nil: Color(0.36, 0.51, 0.33)
        }
    }

    private static func nearHills(_ scene: Scene) -> Color {
        switch scene.season {
        case .spring: Color(0.35, 0.51, 0.40)
        case .summer: Color(0.13, 0.37, 0.31)
        case .autumn: Color(0.55, 0.31, 0.21)
        case .winter: Color(0.53, 0.61, 0.72)
        case nil: Color(0.22, 0.39, 0.38)
        }
    }

    private static func farHills(_ scene: Scene) -> Color {
        switch scene.hour {
        case .day: scene.season == .autumn ? Color(0.49, 0.49, 0.60) : Color(0.41, 0.54, 0.68)
        case .dawn: Color(0.60, 0.55, 0.68)
        case .dusk: Color(0.45, 0.30, 0.42)
        case .night: Color(0.12, 0.17, 0.31)
        }
    }
}
