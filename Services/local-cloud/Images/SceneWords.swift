/// The words that say what a landscape shows.
enum SceneWords {
    enum Meaning: Equatable {
        case hour(Scene.Hour)
        case season(Scene.Season)
        case weather(Scene.Weather)
        case water(Scene.Water)
        case thing(Scene.Thing)
    }

    /// The meanings of the words in a prompt, in the order of the table. At most 4,096 characters are looked at.
    static func matches(in prompt: String) -> [Meaning] {
        let text = prompt.prefix(4_096).lowercased()
        let words = Set(text.split { !$0.isLetter }.flatMap { [String($0), singular(String($0))] })
        return table.filter { entry in entry.words.contains { $0.utf8.first! < 0x80 ? words.contains($0) : text.contains($0) } }.map(\.meaning)
    }

    private static func singular(_ word: String) -> String {
        for (ending, replacement) in [("ies", "y"), ("aves", "af"), ("s", "")] where word.hasSuffix(ending) && word.count > ending.count + 1 {
            return word.dropLast(ending.count) + replacement
        }
        return word
    }

    /// Later rows win over earlier ones where only one can hold; of waters the first.
    private static let table: [(meaning: Meaning, words: [String])] = [
        (.hour(.dawn), ["dawn", "sunrise", "morning", "朝", "夜明け", "曙"]),
        (.hour(.dusk), ["dusk", "sunset", "evening", "twilight", "夕", "夕暮れ", "黄昏"]),
        (.hour(.night), ["night", "midnight", "nocturnal", "moonlit", "moonlight", "starry", "夜", "宵"]),
        (.season(.spring), ["spring", "springtime", "春"]),
        (.season(.summer), ["summer", "夏"]),
        (.season(.autumn), ["autumn", "fall", "autumnal", "秋"]),
        (.season(.winter), ["winter", "frost", "frozen", "ice", "wintry", "冬", "氷"]),
        (.weather(.wind), ["wind", "windy", "breeze", "風"]),
        (.weather(.mist), ["mist", "misty", "fog", "foggy", "haze", "霧", "霞"]),
        (.weather(.rain), ["rain", "rainy", "shower", "storm", "drizzle", "raindrop", "雨", "嵐"]),
        (.weather(.snow), ["snow", "snowy", "snowfall", "snowflake", "blizzard", "雪"]),
        (.water(.pond), ["pond", "pool", "池"]),
        (.water(.sea), ["sea", "ocean", "wave", "shore", "beach", "coast", "island", "海", "波", "浜"]),
        (.water(.river), ["river", "stream", "creek", "brook", "lake", "川", "湖"]),
        (.thing(.sun), ["sun", "sunlight", "sunrise", "sunset", "sunny", "日の出", "太陽"]),
        (.thing(.moon), ["moon", "moonlit", "moonlight", "月"]),
        (.thing(.stars), ["star", "starry", "milky", "星", "天の川"]),
        (.thing(.fuji), ["fuji", "volcano", "富士"]),
        (.thing(.mountains), ["mountain", "peak", "ridge", "cliff", "valley", "山", "峰"]),
        (.thing(.hills), ["hill", "field", "meadow", "plain", "丘", "野"]),
        (.thing(.pines), ["pine", "tree", "forest", "wood", "evergreen", "cedar", "松", "森", "林"]),
        (.thing(.blossom), ["cherry", "blossom", "sakura", "petal", "plum", "桜", "花見", "梅"]),
        (.thing(.maple), ["maple", "leaf", "foliage", "momiji", "紅葉", "落葉", "落ち葉"]),
        (.thing(.bamboo), ["bamboo", "竹"]),
        (.thing(.reeds), ["reed", "grass", "pampas", "rush", "葦", "芒", "草"]),
        (.thing(.lotus), ["lotus", "lily", "蓮"]),
        (.thing(.frog), ["frog", "toad", "蛙"]),
        (.thing(.boat), ["boat", "ship", "sail", "fishing", "fisherman", "舟", "船"]),
        (.thing(.torii), ["torii", "shrine", "gate", "鳥居", "神社"]),
        (.thing(.house), ["house", "hut", "village", "temple", "cottage", "teahouse", "home", "roof", "家", "寺", "庵"]),
        (.thing(.lanterns), ["lantern", "festival", "灯籠", "提灯", "祭"]),
        (.thing(.birds), ["bird", "crow", "crane", "goose", "geese", "swallow", "gull", "heron", "鳥", "鶴", "雁", "烏"]),
        (.thing(.fireflies), ["firefly", "蛍"]),
        (.thing(.flowers), ["flower", "wildflower", "garden", "poppy", "chrysanthemum", "iris", "hydrangea", "花", "菊"]),
        (.thing(.bridge), ["bridge", "橋"]),
    ]
}
