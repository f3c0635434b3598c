import Encoding
import HTTPCore

/// Where the parameters of a matched path lie in the target's bytes.
struct PathMatch: Sendable {
    /// The node that matched.
    var node = -1
    /// How many ranges are set.
    var count = 0
    /// Byte ranges within the path.
    var ranges = InlineArray<8, Range<Int>>(repeating: 0..<0)
}

/// Finds the node for a path: segment by segment on the bytes as sent, literals before parameters before the rest of the path.
///
/// The match is exact: no slash is added or taken away. A segment with percent sequences is compared after decoding, and an encoded slash never
/// separates segments (RFC 3986 §2.2).
struct RouteTrie: Sendable {
    private struct Node: Sendable {
        var edges: Range<Int> = 0..<0
        var parameter = -1
        var rest = -1
        var isEnd = false
    }

    private struct Edge: Sendable {
        var text: Range<Int>
        var node: Int
    }

    // Flat arrays instead of a tree of objects: a look-up touches no reference count.
    private var nodes: [Node] = []
    private var edges: [Edge] = []
    private var texts: [UInt8] = []

    /// Builds the trie; `ends` gets, for each template, the node where it ends.
    init(_ templates: [PathTemplate], ends: inout [Int]) {
        let root = Branch()
        let leaves = templates.map { root.insert($0.segments[...]) }
        freeze(root)
        ends = leaves.map(\.index)
    }

    /// Fills in a new match by a path that starts with a slash; false when there is none.
    func match(_ path: Span<UInt8>, _ match: inout PathMatch) -> Bool {
        guard path.count > 0, path[0] == UInt8(ascii: "/") else { return false }
        return walk(0, path, from: 1, &match)
    }

    /// Follows the segment that starts at `start`. Each node is entered at most once per way that leads to it, so the trie bounds the work.
    private func walk(_ index: Int, _ path: Span<UInt8>, from start: Int, _ match: inout PathMatch) -> Bool {
        var end = start
        var isEncoded = false
        while end < path.count, path[end] != UInt8(ascii: "/") {
            if path[end] == UInt8(ascii: "%") { isEncoded = true }
            end += 1
        }
        let node = nodes[index]
        if let next = literal(node, path.extracting(start..<end), isEncoded), advance(next, path, end, &match) { return true }
        guard match.count < PathTemplate.maximumParameters else { return false }
        if node.parameter >= 0, end > start, capture(start..<end, &match, { advance(node.parameter, path, end, &$0) }) { return true }
        return node.rest >= 0 && start < path.count && capture(start..<path.count, &match) { finish(node.rest, &$0) }
    }

    private func advance(_ index: Int, _ path: Span<UInt8>, _ end: Int, _ match: inout PathMatch) -> Bool {
        end < path.count ? walk(index, path, from: end + 1, &match) : finish(index, &match)
    }

    private func finish(_ index: Int, _ match: inout PathMatch) -> Bool {
        guard nodes[index].isEnd else { return false }
        match.node = index
        return true
    }

    private func capture(_ range: Range<Int>, _ match: inout PathMatch, _ go: (inout PathMatch) -> Bool) -> Bool {
        match.ranges[match.count] = range
        match.count += 1
        if go(&match) { return true }
        match.count -= 1
        return false
    }

    private func literal(_ node: Node, _ segment: Span<UInt8>, _ isEncoded: Bool) -> Int? {
        if isEncoded {
            guard let decoded = PercentEncoding.decodedBytes(segment) else { return nil }
            return edge(node, decoded.span)
        }
        return edge(node, segment)
    }

    private func edge(_ node: Node, _ segment: Span<UInt8>) -> Int? {
        for index in node.edges where equal(edges[index].text, segment) { return edges[index].node }
        return nil
    }

    private func equal(_ range: Range<Int>, _ segment: Span<UInt8>) -> Bool {
        guard range.count == segment.count else { return false }
        for offset in 0..<segment.count where texts[range.lowerBound + offset] != segment[offset] { return false }
        return true
    }
}

// MARK: - Building

extension RouteTrie {
    /// A node while templates are added.
    private final class Branch {
        var literals: [(text: String, branch: Branch)] = []
        var parameter: Branch?
        var rest: Branch?
        var isEnd = false
        var index = -1

        func insert(_ segments: ArraySlice<PathTemplate.Segment>) -> Branch {
            guard let first = segments.first else {
                isEnd = true
                return self
            }
            return child(first).insert(segments.dropFirst())
        }

        private func child(_ segment: PathTemplate.Segment) -> Branch {
            let branch = Branch()
            switch segment {
            case .literal(let text):
                if let known = literals.first(where: { $0.text == text }) { return known.branch }
                literals.append((text, branch))
            case .parameter:
                if let parameter { return parameter }
                parameter = branch
            case .rest:
                if let rest { return rest }
                rest = branch
            }
            return branch
        }
    }

    private mutating func freeze(_ root: Branch) {
        var queue = [root]
        var next = 0
        while next < queue.count {
            let branch = queue[next]
            branch.index = next
            next += 1
            var node = Node(isEnd: branch.isEnd)
            node.edges = edges.count..<edges.count + branch.literals.count
            for (text, child) in branch.literals {
                edges.append(Edge(text: texts.count..<texts.count + text.utf8.count, node: queue.count))
                texts.append(contentsOf: text.utf8)
                queue.append(child)
            }
            if let parameter = branch.parameter {
                node.parameter = queue.count
                queue.append(parameter)
            }
            if let rest = branch.rest {
                node.rest = queue.count
                queue.append(rest)
            }
            nodes.append(node)
        }
    }
}
