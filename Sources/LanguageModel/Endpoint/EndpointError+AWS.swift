import AWS
import HTTPClient

extension EndpointError {
    /// A call of Bedrock that failed. Messages of the service stay out of the detail: they may quote the request.
    init(_ error: AWSError) {
        switch error.cause {
        case .credentials, .signing: self.init(.unauthorized, detail: error.description)
        case .invalidRequest: self.init(.refused, detail: error.description)
        case .unexpectedAnswer: self.init(.failed, mayHaveCost: true, detail: error.description)
        // The client of AWS was told to try once; what it would have tried again has another reason than this.
        case .service(let service): self.init(service, isTransient: error.reason != .permanent)
        case .exchange(let exchange): self.init(exchange)
        case .cancelled: self.init(.cancelled, mayHaveCost: true, detail: "cancelled")
        }
    }

    /// An answer that broke off.
    init(_ error: ConverseStreamError) {
        switch error.cause {
        case .service(let service):
            let kind = FailureClass(code: service.code, status: service.status)
            self.init(service, isTransient: kind == .transient || service.code == "ModelStreamErrorException")
        case .exchange(let exchange): self.init(exchange)
        case .cancelled: self.init(.cancelled, mayHaveCost: true, detail: "cancelled")
        case .frames, .endedEarly, .unexpectedEvent, .tooLong, .invalidToolInput: self.init(.failed, mayHaveCost: true, detail: error.description)
        }
    }

    private init(_ error: AWSServiceError, isTransient: Bool) {
        let detail = "\(error.status) \(error.code)\(error.requestID.map { ", request \($0)" } ?? "")"
        if error.isThrottled {
            self.init(.throttled, detail: detail)
        } else if error.isModelTimeout {
            self.init(.timedOut, mayHaveCost: true, detail: detail)
        } else {
            self.init(isTransient ? .failed : .refused, detail: detail)
        }
    }

    private init(_ error: HTTPClientError) {
        let detail = "no answer: \(error)"
        switch error {
        case .timedOut(.firstByte), .timedOut(.total): self.init(.timedOut, mayHaveCost: true, detail: detail)
        case .untrustedServer, .invalidRequest: self.init(.unauthorized, detail: detail)
        case .responseTooLarge: self.init(.refused, mayHaveCost: true, detail: detail)
        case .cancelled: self.init(.cancelled, mayHaveCost: true, detail: detail)
        default: self.init(.failed, mayHaveCost: !error.wasNeverSent, detail: detail)
        }
    }
}
