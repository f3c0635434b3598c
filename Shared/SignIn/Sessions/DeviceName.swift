/// What people recognise a session by: the browser and the system, as far as `User-Agent` tells; never the field itself.
enum DeviceName {
    static func of(_ userAgent: String?) -> String {
        let text = String((userAgent ?? "").prefix(512))
        let browser = name(in: text, browsers), system = name(in: text, systems)
        return switch (browser, system) {
        case (let browser?, let system?): "\(browser) on \(system)"
        case (let name?, nil), (nil, let name?): name
        case (nil, nil): "Unknown device"
        }
    }

    private static func name(in text: String, _ known: [(token: String, name: String)]) -> String? {
        for (token, name) in known where text.contains(token) { return name }
        return nil
    }

    /// In the order of asking: most browsers name those they come from, too.
    private static let browsers = [
        (token: "Edg/", name: "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("CriOS/", "Chrome"), ("FxiOS/", "Firefox"), ("Chromium/", "Chromium"),
        ("HeadlessChrome/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl"), ("python", "Python"),
    ]
    private static let systems = [
        (token: "iPhone", name: "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"), ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ]
}
