/// What a listing asks for.
struct ListingRequest: Sendable, Equatable {
    var prefix: [UInt8] = []
    /// Empty for none: keys that go on behind it are told as one common prefix.
    var delimiter: [UInt8] = []
    var position = ListingPosition.start
    /// 0 to 1,000, common prefixes included.
    var maximumKeys = Self.mostKeys

    /// The most that S3 gives at once.
    static let mostKeys = 1_000
}

/// Where a listing goes on.
enum ListingPosition: Sendable, Equatable {
    case start
    /// Behind this key.
    case after(ObjectKey)
    /// Behind everything with this prefix.
    case afterPrefix(ObjectKey)
}

/// One page of a listing, decided from all keys in order.
struct Listing: Sendable, Equatable {
    private(set) var objects: [StoredObject] = []
    private(set) var commonPrefixes: [ObjectKey] = []
    /// Where the next page begins; nil when this is the last.
    private(set) var next: ListingPosition?

    /// How many lines the page has.
    var count: Int { objects.count + commonPrefixes.count }

    /// Walks over the objects of a bucket, which are sorted by key; from prefix to prefix by search, so that a page costs what it holds.
    init(of all: [StoredObject], _ request: ListingRequest) {
        var place = Self.begin(all, request), last = ListingPosition.start
        while place < all.count, all[place].key.hasPrefix(request.prefix) {
            guard count < request.maximumKeys else {
                // Of nothing there is no next page.
                next = request.maximumKeys > 0 ? last : nil
                return
            }
            if let common = Self.commonPrefix(all[place].key, request) {
                commonPrefixes.append(common)
                last = .afterPrefix(common)
                place = Self.firstBehind(prefix: common.bytes, all)
            } else {
                objects.append(all[place])
                last = .after(all[place].key)
                place += 1
            }
        }
    }

    private static func begin(_ all: [StoredObject], _ request: ListingRequest) -> Int {
        let first = all.firstPlace { !($0.key < ObjectKey(bytes: request.prefix)) }
        return switch request.position {
        case .start: first
        case .after(let key): max(first, all.firstPlace { key < $0.key })
        case .afterPrefix(let prefix): max(first, firstBehind(prefix: prefix.bytes, all))
        }
    }

    /// The prefix up to the first delimiter behind the one that was asked for.
    private static func commonPrefix(_ key: ObjectKey, _ request: ListingRequest) -> ObjectKey? {
        guard !request.delimiter.isEmpty, let end = key.bytes.dropFirst(request.prefix.count).firstRange(of: request.delimiter)?.upperBound else { return nil }
        return ObjectKey(bytes: key.bytes[..<end])
    }

    private static func firstBehind(prefix: [UInt8], _ all: [StoredObject]) -> Int {
        let key = ObjectKey(bytes: prefix)
        return all.firstPlace { key < $0.key && !$0.key.hasPrefix(prefix) }
    }
}

extension [StoredObject] {
    /// The first element for which this holds, when it holds for all behind it too.
    func firstPlace(where holds: (StoredObject) -> Bool) -> Int {
        var low = 0, high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// Where the object of this key is, or would be.
    func place(of key: ObjectKey) -> (index: Int, isThere: Bool) {
        let index = firstPlace { !($0.key < key) }
        return (index, index < count && self[index].key == key)
    }
}
