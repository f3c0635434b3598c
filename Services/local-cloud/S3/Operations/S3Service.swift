import AWS
import Encoding
import HTTPCore
import Platform

/// Amazon S3, as far as our programs use it, on the disk of this machine. Source: Amazon S3 API reference.
struct S3Service: CloudService {
    let kind = CloudServiceKind.s3
    let store: S3Store
    /// Where files are read and written.
    let workers: BlockingPool

    /// As in AWS for one upload.
    static let maximumUploadBytes = 5 * 1_073_741_824

    var receiver: ContentReceiver { ContentReceiver(folder: store.folder, workers: workers) }

    func respond(to call: CloudCall) async throws -> Response {
        let place = try S3Place(call.request), operation = try S3Operation(call.request, place)
        var response = try await respond(to: call, place, operation)
        response.fields.append(contentsOf: RequestFields.s3(call.requestID))
        return response
    }

    private func respond(to call: CloudCall, _ place: S3Place, _ operation: S3Operation) async throws -> Response {
        guard let name = place.bucket else { return try listBuckets() }
        guard let bucket = BucketName(name) else { throw operation == .createBucket ? CloudError.invalidBucketName(name) : .noSuchBucket(name) }
        guard let key = place.key else { return try await respond(to: call, bucket, place, operation) }
        if operation != .getObject { _ = try store.ask { (index) throws(CloudError) in try index.bucket(bucket).name } }
        switch operation {
        case .getObject, .headObject: return try await getObject(key, in: bucket, call.request, place.query)
        case .putObject: return try await putObject(key, in: bucket, call)
        case .copyObject: return try await copyObject(key, in: bucket, call.request)
        case .deleteObject: return try await deleteObject(key, in: bucket)
        case .createUpload: return try await createUpload(key, in: bucket, call.request)
        case .uploadPart(let id, let number): return try await uploadPart(number, of: id, key, in: bucket, call)
        case .copyPart(let id, let number): return try await copyPart(number, of: id, key, in: bucket, call.request)
        case .listParts(let id): return try listParts(of: id, key, in: bucket, place.query)
        case .completeUpload(let id): return try await completeUpload(id, key, in: bucket, call)
        case .abortUpload(let id): return try await abortUpload(id, key, in: bucket)
        default: throw CloudError.methodNotAllowed
        }
    }

    private func respond(to call: CloudCall, _ bucket: BucketName, _ place: S3Place, _ operation: S3Operation) async throws -> Response {
        switch operation {
        case .createBucket: return try await createBucket(bucket, isInFirstRegion: call.verified.scope.region == "us-east-1")
        case .headBucket: return try headBucket(bucket, region: call.verified.scope.region)
        case .deleteBucket: return try await deleteBucket(bucket)
        case .locateBucket: return try locate(bucket, region: call.verified.scope.region)
        case .getPolicy: return try policy(of: bucket)
        case .putPolicy: return try await putPolicy(of: bucket, call)
        case .deletePolicy: return try await deletePolicy(of: bucket)
        case .listObjects(let isSecond): return try await listObjects(in: bucket, place.query, isSecond: isSecond)
        case .deleteObjects: return try await deleteObjects(in: bucket, call)
        case .listUploads: return try listUploads(in: bucket)
        default: throw CloudError.methodNotAllowed
        }
    }
}

extension Response {
    /// An answer in XML with the namespace of S3.
    static func s3(_ root: String, _ content: [String], fields: Fields = [:]) -> Response {
        var all: Fields = [.contentType: "application/xml"]
        all.append(contentsOf: fields)
        let document = XMLText.declaration + XMLText.element(root, namespace: "http://s3.amazonaws.com/doc/2006-03-01/", content)
        return Response(fields: all, body: .bytes(Array(document.utf8)))
    }
}

extension UnixTime {
    /// As S3 writes dates in XML: with milliseconds.
    var s3Text: String { "\(Timestamp(secondsSinceEpoch: seconds).iso8601(.unwritten)).000Z" }
}
