@testable import AWS

/// What is well-formed keeps the reader's bounds and reads the same when it is written anew; answers in XML are read or refused.
func fuzzXML(_ input: [UInt8]) {
    requirePlainCode(of: input)
    guard let root = try? XMLReader.read(input) else { return }
    require(root.depth <= XMLReader.maximumDepth && root.count <= XMLReader.maximumElements, "a bound was passed")
    let renamed = root.renamed
    require((try? XMLReader.read(Array(renamed.wire.utf8))) == renamed, "an element written anew reads differently: \(renamed.wire)")
    if let listing = try? S3Listing(root) {
        require(listing.objects.count + listing.commonPrefixes.count <= root.children.count, "more objects than elements")
    }
}

extension XMLElement {
    fileprivate var depth: Int { 1 + (children.map(\.depth).max() ?? 0) }
    fileprivate var count: Int { children.reduce(1) { $0 + $1.count } }

    /// Without its namespace a name may be none any more, such as `1` of `a:1`.
    fileprivate var renamed: XMLElement { XMLElement(name: "e\(name.utf8.count)", text: text, children: children.map(\.renamed)) }
    fileprivate var wire: String { "<\(name)>\(XMLText.escaped(text))\(children.map(\.wire).joined())</\(name)>" }
}
