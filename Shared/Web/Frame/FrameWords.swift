/// What the frame of every page says.
enum FrameWords {
    static let skip = Phrase("Skip to the content", "本文へ移動")
    /// Before the title of a page that has problems, so that it is heard first.
    static let error = Phrase("Error: ", "エラー：")
}
