import AWS
import Encoding
import HTTPCore
import Platform

@testable import local_cloud

/// Heads of requests to the stand-in for AWS: whatever they say, there is an answer. The input is a target, then header fields, a line each.
func fuzzCloudRequest(_ input: [UInt8]) {
    let lines = input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { Array($0) }
    guard let target = try? RequestTarget(parsing: "/" + String(decoding: lines[0], as: UTF8.self)) else { return }
    let fields = Fields(lines: lines.dropFirst())
    for method in [HTTPCore.Method.get, .put, .post, .head, .delete] {
        let request = Request(method: method, target: target, fields: fields)
        _ = Destination(request)
        guard let place = try? S3Place(request) else { continue }
        require((place.key?.bytes.count ?? 1) <= ObjectKey.maximumBytes && place.key?.bytes.isEmpty != true, "a key has 1 to 1024 bytes")
        _ = try? S3Operation(request, place)
        for isSecond in [false, true] { requireEnd(of: try? ListingParameters(place.query, isSecond: isSecond), sampleKeys) }
    }
    requireSense(of: fields)
    requireAgreement(on: input.split(separator: UInt8(ascii: "\n")).prefix(30).map { ObjectKey(String(decoding: $0.prefix(300), as: UTF8.self)) })
}

private func requireSense(of fields: Fields) {
    _ = try? ContentExpectation(fields)
    _ = try? CopySource(fields["x-amz-copy-source"] ?? "")
    _ = ObjectConditions(fields).outcome(tag: "abc", lastModified: UnixTime(seconds: 1_369_353_600))
    if let attributes = try? ObjectAttributes(fields) {
        require(attributes.metadata.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count } <= ObjectAttributes.maximumMetadataBytes, "too much metadata")
    }
    for byteCount in [0, 1, 1_000] {
        guard case .part(let part) = ObjectRange(fields[.range], byteCount: byteCount) else { continue }
        require(!part.isEmpty && part.lowerBound >= 0 && part.upperBound <= byteCount, "\(part) of \(byteCount)")
    }
    guard let text = fields["X-Local-Fault"], let fault = Fault(text) else { return }
    require(Fault(fault.description) == fault, "a fault written anew reads differently: \(fault)")
}

private let sampleKeys = ["a", "a/b", "a/b/c", "b", "ü/1", "ü/2"].map { ObjectKey($0) }

/// Page after page, a listing says what it says at once.
private func requireEnd(of parameters: ListingParameters?, _ keys: [ObjectKey]) {
    guard var request = parameters?.request, request.maximumKeys > 0 else { return }
    let objects = keys.map { StoredObject(key: $0) }
    request.maximumKeys = 1_000
    let whole = Listing(of: objects, request)
    require(whole.next == nil, "a listing has no end")
    var found: [ObjectKey] = [], commons: [ObjectKey] = [], pages = 0
    repeat {
        request.maximumKeys = 1
        let page = Listing(of: objects, request)
        found += page.objects.map(\.key)
        commons += page.commonPrefixes
        guard let next = page.next else { break }
        // As a client carries it from page to page.
        guard let position = ContinuationToken.position(ContinuationToken.text(next)) else { fatalError("our own token is refused") }
        require(position == next, "a token written anew reads differently")
        request.position = position
        pages += 1
    } while pages <= objects.count
    require(found == whole.objects.map(\.key) && commons == whole.commonPrefixes, "pages say something else than the whole: \(request)")
}

/// Keys of any bytes arrive at our own client as they are.
private func requireAgreement(on keys: [ObjectKey]) {
    let objects = Set(keys).sorted().filter { !$0.bytes.isEmpty }.map { StoredObject(key: $0) }
    guard let bucket = BucketName("bucket"), let query = try? QueryString(parsing: "encoding-type=url&list-type=2"),
        let parameters = try? ListingParameters(query, isSecond: true)
    else { fatalError("these are right") }
    let document = ListingDocument(bucket: bucket, parameters: parameters, listing: Listing(of: objects, parameters.request)).response(query)
    guard case .bytes(let bytes) = document.body else { fatalError("a listing is a document") }
    guard let read = readListing(bytes) else { fatalError("our client refuses our listing") }
    require(read == objects.map(\.key.text), "our client reads other keys")
}

extension StoredObject {
    fileprivate init(key: ObjectKey) {
        self.init(
            key: key, dataID: "", byteCount: 1, tag: "abc", lastModified: UnixTime(seconds: 1_369_353_600), attributes: ObjectAttributes(validFields: []))
    }
}

extension ObjectAttributes {
    fileprivate init(validFields: [Field]) {
        do { try self.init([:] as Fields) } catch { fatalError("no field is wrong") }
        fields = validFields
    }
}

extension Fields {
    fileprivate init(lines: some Sequence<[UInt8]>) {
        self = [:]
        for line in lines {
            let parts = line.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty, parts[0].allSatisfy(FieldSyntax.isTokenByte), parts[1].allSatisfy(FieldSyntax.isValueByte) else {
                continue
            }
            append(FieldName(String(decoding: parts[0], as: UTF8.self)), String(decoding: parts[1], as: UTF8.self))
        }
    }
}
