import AWS
import HTTPCore
import Platform

extension CloudError {
    /// What a service of this kind answers to whatever was thrown.
    init(_ error: any Error, _ kind: CloudServiceKind) {
        switch error {
        case let error as CloudError: self = error
        case let refusal as SigV4Refusal: self.init(refusal, kind)
        case RequestBodyError.tooLarge(let limitBytes): self = .bodyTooLarge(kind, limitBytes: limitBytes)
        case RequestBodyError.timedOut: self = .bodyTimedOut
        case is RequestBodyError: self = .bodyMalformed
        // Too many wait for the disk.
        case is BlockingPoolError: self = kind.throttling
        default: self = kind.failure(status: 500)
        }
    }

    /// A refused signature. S3 tells what it calculated, for developers.
    private init(_ refusal: SigV4Refusal, _ kind: CloudServiceKind) {
        let answer = refusal.answer(kind.dialect)
        self.init(answer.code, answer.message, status: answer.status)
        guard kind == .s3 else { return }
        switch refusal {
        case .missing: message = "Access Denied"
        case .unknownAccessKey(let accessKey): details = [.init("AWSAccessKeyId", accessKey)]
        case .signatureMismatch(let canonicalRequest, let stringToSign):
            details = [.init("StringToSign", stringToSign), .init("CanonicalRequest", canonicalRequest)]
        default: break
        }
    }
}
