/// What a landscape shows, as far as the words of a prompt say.
struct Scene: Equatable {
    enum Hour: Equatable { case day, dawn, dusk, night }
    enum Season: Equatable { case spring, summer, autumn, winter }
    enum Weather: Equatable { case clear, rain, snow, mist, wind }
    enum Water: Equatable { case none, sea, pond, river }

    /// A thing in the landscape.
    enum Thing: String, CaseIterable {
        case sun, moon, stars, fuji, mountains, hills, pines, blossom, maple, bamboo, reeds, lotus, frog, boat, torii, house, lanterns, birds, fireflies,
            flowers, bridge
    }

    var hour: Hour = .day
    var season: Season?
    var weather: Weather = .clear
    var water: Water = .none
    var things: Set<Thing> = []

    /// Reads the words of a prompt, English or Japanese; what it does not say is filled in so that a landscape comes of it.
    init(prompt: String, random: inout SeededRandom) {
        let words = SceneWords.matches(in: prompt)
        for word in words { apply(word) }
        complete(&random)
    }

    private mutating func apply(_ meaning: SceneWords.Meaning) {
        switch meaning {
        case .hour(let hour): self.hour = hour
        case .season(let season): self.season = season
        case .weather(let weather): self.weather = weather
        case .water(let water): if self.water == .none { self.water = water }
        case .thing(let thing): things.insert(thing)
        }
    }

    private mutating func complete(_ random: inout SeededRandom) {
        if season == nil { season = things.contains(.blossom) ? .spring : things.contains(.maple) ? .autumn : weather == .snow ? .winter : nil }
        if !things.isDisjoint(with: [.stars, .fireflies, .moon]), hour == .day { hour = .night }
        if !things.isDisjoint(with: [.boat, .lotus, .frog, .bridge]), water == .none {
            water = things.contains(.boat) ? .sea : things.contains(.bridge) ? .river : .pond
        }
        if hour == .night, weather == .clear { things.formUnion([.stars]) }
        if hour == .night, weather == .clear, !things.contains(.fireflies) { things.insert(.moon) }
        if hour != .night, !things.contains(.moon), weather == .clear || weather == .wind { things.insert(.sun) }
        if things.isDisjoint(with: [.fuji, .mountains, .hills]) {
            let far: Thing = water == .sea ? .hills : random.chance(0.35) ? .fuji : .mountains
            things.insert(far)
        }
        let foreground: Set<Thing> = [.pines, .blossom, .maple, .bamboo, .reeds, .lotus, .torii, .house, .boat, .flowers, .bridge]
        if things.isDisjoint(with: foreground) { things.insert(typical(&random)) }
    }

    private func typical(_ random: inout SeededRandom) -> Thing {
        switch season {
        case .spring: .blossom
        case .summer: water == .pond ? .lotus : .bamboo
        case .autumn: .maple
        case .winter: .pines
        case nil: random.pick(water == .none ? [.pines, .flowers, .house] : [.pines, .reeds, .boat])
        }
    }
}
