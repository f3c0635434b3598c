import CExpat

/// Reads a whole XML text with libexpat, within bounds: 32 levels, 50,000 elements, no document type.
public struct XMLReader {
    static let maximumDepth = 32
    static let maximumElements = 50_000

    /// The root element.
    public static func read(_ bytes: [UInt8]) throws(XMLError) -> XMLElement {
        let parser = XML_ParserCreate("UTF-8")!
        defer { XML_ParserFree(parser) }
        let tree = XMLTree(parser)
        XML_SetUserData(parser, Unmanaged.passUnretained(tree).toOpaque())
        XML_SetElementHandler(
            parser, { tree, name, _ in XMLTree.of(tree)?.open(String(cString: name!)) }, { tree, _ in XMLTree.of(tree)?.close() })
        XML_SetCharacterDataHandler(parser) { tree, text, count in
            XMLTree.of(tree)?.add(UnsafeRawBufferPointer(start: text, count: Int(count)))
        }
        XML_SetStartDoctypeDeclHandler(parser) { tree, _, _, _, _ in XMLTree.of(tree)?.stop(.documentType) }
        guard let length = Int32(exactly: bytes.count) else { throw .tooLarge }
        let status = bytes.withUnsafeBytes { XML_Parse(parser, $0.baseAddress?.assumingMemoryBound(to: CChar.self), length, 1) }
        let line = Int(XML_GetCurrentLineNumber(parser))
        return try withExtendedLifetime(tree) { () throws(XMLError) in
            if let failure = tree.failure { throw failure }
            guard status == XML_STATUS_OK, let root = tree.root else { throw .malformed(line: line) }
            return root
        }
    }
}

/// What the parser's call-backs build; it lives for one call on one thread.
private final class XMLTree {
    private let parser: XML_Parser
    private var open: [(element: XMLElement, text: [UInt8])] = []
    private var count = 0
    private(set) var root: XMLElement?
    private(set) var failure: XMLError?

    init(_ parser: XML_Parser) { self.parser = parser }

    static func of(_ pointer: UnsafeMutableRawPointer?) -> XMLTree? {
        pointer.map { Unmanaged<XMLTree>.fromOpaque($0).takeUnretainedValue() }
    }

    func open(_ name: String) {
        count += 1
        guard count <= XMLReader.maximumElements, open.count < XMLReader.maximumDepth else { return stop(.tooLarge) }
        let local = name.split(separator: ":").last.map(String.init) ?? name
        open.append((XMLElement(name: local), []))
    }

    func add(_ text: UnsafeRawBufferPointer) {
        guard !open.isEmpty else { return }
        open[open.count - 1].text.append(contentsOf: text)
    }

    func close() {
        guard let closed = open.popLast() else { return }
        var element = closed.element
        element.text = String(decoding: closed.text, as: UTF8.self)
        if open.isEmpty { root = element } else { open[open.count - 1].element.children.append(element) }
    }

    func stop(_ error: XMLError) {
        failure = failure ?? error
        XML_StopParser(parser, XML_Bool(XML_FALSE))
    }
}
