extension Markup {
    /// An e-mail address, whole however long: in narrow places it goes on in the next line before its "@" or a dot.
    static func address(_ email: String) -> Markup {
        let pieces = email.enumerated().map { index, character -> Markup in
            let mayBreak = index > 0 && (character == "@" || character == ".")
            return "\(mayBreak ? "<wbr>" as Markup : nil)\(String(character))"
        }
        return "<bdi>\(pieces)</bdi>"
    }
}
