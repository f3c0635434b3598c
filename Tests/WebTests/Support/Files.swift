import Glibc

/// The content of a file, named from the folder of this package's `Tests/WebTests`; empty when it is not there.
func fileBytes(_ name: String) -> [UInt8] {
    guard let file = fopen(path(name), "rb") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = [], buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return bytes
}

/// Writes a recorded answer.
func write(_ text: String, to name: String) {
    guard let file = fopen(path(name), "wb") else { return }
    defer { fclose(file) }
    fputs(text, file)
}

private func path(_ name: String) -> String {
    if name.hasPrefix("/") { return name }
    return "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/" + name
}
