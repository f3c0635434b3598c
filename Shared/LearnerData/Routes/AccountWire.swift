import Encoding
import JSON
import Platform
import SignIn

/// How far a copy or a deletion is.
enum JobStage: String, JSONEnum, CaseIterable {
    case none, asked, working, ready, failed

    static var schemaName: String { "LearnerDataStage" }
}

/// How far the copy of a learner's data is.
struct ExportReport: JSONObject, Equatable {
    let state: JobStage
    var askedAt: Timestamp?
    var readyUntil: Timestamp?

    init(_ progress: ExportProgress) {
        switch progress {
        case .none: self.init(state: .none)
        case .asked(let moment): self.init(state: .asked, askedAt: Timestamp(secondsSinceEpoch: moment.seconds))
        case .working: self.init(state: .working)
        case .ready(let end): self.init(state: .ready, readyUntil: Timestamp(secondsSinceEpoch: end.seconds))
        case .failed: self.init(state: .failed)
        }
    }

    init(state: JobStage, askedAt: Timestamp? = nil, readyUntil: Timestamp? = nil) {
        self.state = state
        self.askedAt = askedAt
        self.readyUntil = readyUntil
    }

    static let json = Object(
        "ExportReport", { Self(state: $0, askedAt: $1, readyUntil: $2) },
        Field("state", \.state, example: .ready), Field("asked_at", \.askedAt, omitNull: true),
        Field("ready_until", \.readyUntil, description: "Until then it can be fetched.", omitNull: true))
}

/// How far the deletion of an account is; never `ready`, for who is gone cannot ask.
struct DeletionReport: JSONObject, Equatable {
    let state: JobStage
    var askedAt: Timestamp?

    init(_ progress: DeletionProgress) {
        switch progress {
        case .none: self.init(state: .none)
        case .asked(let moment): self.init(state: .asked, askedAt: Timestamp(secondsSinceEpoch: moment.seconds))
        case .working: self.init(state: .working)
        case .failed: self.init(state: .failed)
        }
    }

    init(state: JobStage, askedAt: Timestamp? = nil) {
        self.state = state
        self.askedAt = askedAt
    }

    static let json = Object(
        "DeletionReport", { Self(state: $0, askedAt: $1) },
        Field("state", \.state, example: .asked), Field("asked_at", \.askedAt, omitNull: true))
}

/// The account of whoever asks.
struct AccountReport: JSONObject, Equatable {
    let deletion: DeletionReport

    static let json = Object("AccountReport", { Self(deletion: $0) }, Field("deletion", \.deletion))
}

/// What must be written out so that nobody deletes an account by mistake.
enum DeletionConfirmation: String, JSONEnum, CaseIterable {
    case deleteMyAccount = "delete my account"
}

/// The body of a deletion.
struct DeletionDemand: JSONObject {
    let confirmation: DeletionConfirmation

    static let json = Object("DeletionDemand", { Self(confirmation: $0) }, Field("confirmation", \.confirmation, example: .deleteMyAccount))
}
