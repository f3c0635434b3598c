import Glibc
import Testing

/// A Markdown text of the package.
struct Markdown {
    let lines: [Substring]

    init(_ name: String) throws { lines = try packageText(name).split(separator: "\n", omittingEmptySubsequences: false) }

    /// What stands between the fences of the blocks in a language.
    func blocks(_ language: String) -> [String] {
        var blocks: [String] = [], isInside = false
        for line in lines {
            if isInside, line == "```" {
                isInside = false
            } else if isInside {
                blocks[blocks.count - 1] += line + "\n"
            } else if line == "```" + language {
                isInside = true
                blocks.append("")
            }
        }
        return blocks
    }

    /// Where links lead that are no addresses, without fragments, in the order of the text.
    var relativeLinks: [String] {
        lines.joined(separator: "\n").split(separator: "](").dropFirst().compactMap { rest in
            let target = rest.prefix { $0 != ")" && $0 != "#" }
            return target.isEmpty || target.contains(":") ? nil : String(target)
        }
    }
}

/// The guide to `Sources/Web`.
func guide() throws -> Markdown { try Markdown("../../Sources/Web/README.md") }

/// A file of the package, named from this folder.
func packageText(_ name: String) throws -> String {
    let file = try #require(fopen(packagePath(name), "rb"), "\(name) is not there")
    defer { fclose(file) }
    var bytes: [UInt8] = [], buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
}

/// Where something of the package is, named from this folder.
func packagePath(_ name: String) -> String { "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/" + name }
