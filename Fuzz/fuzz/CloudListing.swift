@testable import AWS

/// The keys of a listing as our client reads them.
func readListing(_ bytes: [UInt8]) -> [String]? {
    guard let root = try? XMLReader.read(bytes) else { return nil }
    return (try? S3Listing(root))?.objects.map(\.key)
}
