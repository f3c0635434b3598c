extension SQL {
    /// Writes the text with `$1`, `$2` … and a closing NUL.
    func render(into output: inout [UInt8]) {
        output.removeAll(keepingCapacity: true)
        var start = 0
        for (index, parameter) in parameters.enumerated() {
            output.append(contentsOf: text[start..<parameter.textOffset])
            start = parameter.textOffset
            output.append(UInt8(ascii: "$"))
            Self.appendNumber(index + 1, to: &output)
        }
        output.append(contentsOf: text[start...])
        output.append(0)
    }

    private static func appendNumber(_ number: Int, to output: inout [UInt8]) {
        if number >= 10 { appendNumber(number / 10, to: &output) }
        output.append(UInt8(ascii: "0") + UInt8(number % 10))
    }
}

extension SQL: CustomStringConvertible, CustomReflectable {
    /// The text with placeholders; never a value.
    public var description: String {
        var output: [UInt8] = []
        render(into: &output)
        return String(decoding: output.dropLast(), as: UTF8.self)
    }

    /// A mirror without the values.
    public var customMirror: Mirror { Mirror(self, children: ["text": description, "parameters": parameters.count]) }
}

extension SQL {
    /// A statement whose text the program put together; for names that cannot be parameters. Nothing from outside may be in it.
    package init(verbatim text: String) {
        self = ""
        append(verbatim: text)
    }
}
