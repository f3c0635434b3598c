import AWS
import Encoding
import HTTPCore
import JSON
import Platform

/// AWS Secrets Manager: JSON 1.1, the action in `X-Amz-Target`. Source: AWS Secrets Manager API reference.
struct SecretsManagerService: CloudService {
    let kind = CloudServiceKind.secretsManager
    let store: SecretStore
    /// Where files are written.
    let workers: BlockingPool

    func respond(to call: CloudCall) async throws -> Response {
        guard let action = SecretAction(target: call.request.fields["X-Amz-Target"] ?? "") else {
            throw CloudError("UnknownOperationException", "This stand-in has no such action.")
        }
        let region = call.verified.scope.region, body = call.body
        let answer = try await workers.run { try perform(action, SecretInput(body), region: region) }
        var fields = RequestFields.amazon(call.requestID)
        fields.append(.contentType, "application/x-amz-json-1.1")
        return Response(fields: fields, body: .bytes(JSON.encode(answer)))
    }

    private func perform(_ action: SecretAction, _ input: SecretInput, region: String) throws -> JSONFragment {
        switch action {
        case .createSecret: try create(input, region)
        case .getSecretValue: try value(input)
        case .putSecretValue: try put(input)
        case .describeSecret: try store.find(try input.text("SecretId")).description(withStages: true)
        case .listSecrets: try list(input)
        case .updateSecretVersionStage: try moveStage(input)
        case .deleteSecret: try delete(input)
        case .restoreSecret: try restore(input)
        }
    }

    private func create(_ input: SecretInput, _ region: String) throws -> JSONFragment {
        let name = try input.newName(), content = try input.content(), id = try input.versionID()
        let made = try store.create(name, region: region, description: try input.optionalText("Description"), keyID: try input.optionalText("KmsKeyId"))
        guard let content else { return .object(made.identity) }
        let version = try store.change(name) { secret, now throws in try secret.put(content, id: id, stages: [StoredSecret.current], at: now) }
        return .object(made.identity + [.init("VersionId", .string(version.id))])
    }

    private func value(_ input: SecretInput) throws -> JSONFragment {
        let secret = try store.find(try input.text("SecretId"))
        guard secret.endsAt == nil else { throw CloudError.deletedSecret }
        let version = try secret.version(
            id: try input.optionalText("VersionId", maximumBytes: 64), stage: try input.optionalText("VersionStage", maximumBytes: 256))
        return .object(secret.identity + version.members)
    }

    private func put(_ input: SecretInput) throws -> JSONFragment {
        guard let content = try input.content() else { throw CloudError.parameter("You must provide either SecretString or SecretBinary.") }
        let id = try input.versionID(), stages = input.texts("VersionStages") ?? [StoredSecret.current]
        let (secret, version) = try store.change(try input.text("SecretId")) { secret, now throws in
            guard secret.endsAt == nil else { throw CloudError.deletedSecret }
            let version = try secret.put(content, id: id, stages: stages, at: now)
            return (secret, version)
        }
        return .object(secret.identity + [.init("VersionId", .string(version.id)), .init("VersionStages", .array(version.stages.map { .string($0) }))])
    }

    /// Pages of at most 100; the token is the last name.
    private func list(_ input: SecretInput) throws -> JSONFragment {
        let limit = try input.number("MaxResults", in: 1...100, default: 100), after = try input.optionalText("NextToken") ?? ""
        let withDeleted = input.flag("IncludePlannedDeletion")
        let rest = store.all.filter { $0.name > after && (withDeleted || $0.endsAt == nil) }, page = rest.prefix(limit)
        var members: [JSONFragment.Member] = [.init("SecretList", .array(page.map { $0.description(withStages: false) }))]
        if rest.count > page.count, let last = page.last { members.append(.init("NextToken", .string(last.name))) }
        return .object(members)
    }

    private func moveStage(_ input: SecretInput) throws -> JSONFragment {
        let stage = try input.text("VersionStage", maximumBytes: 256)
        let source = try input.optionalText("RemoveFromVersionId", maximumBytes: 64), target = try input.optionalText("MoveToVersionId", maximumBytes: 64)
        return try store.change(try input.text("SecretId")) { secret, now throws in
            guard secret.endsAt == nil else { throw CloudError.deletedSecret }
            try secret.move(stage, from: source, to: target, at: now)
            return .object(secret.identity)
        }
    }

    private func delete(_ input: SecretInput) throws -> JSONFragment {
        let id = try input.text("SecretId"), days = try input.number("RecoveryWindowInDays", in: 7...30, default: 30)
        if input.flag("ForceDeleteWithoutRecovery") {
            let secret = try store.find(id)
            try store.forget(id)
            return .object(secret.identity + [.init("DeletionDate", .int(Int(store.now.seconds)))])
        }
        return try store.change(id) { secret, now throws in
            guard secret.endsAt == nil else { throw CloudError.deletedSecret }
            let end = now + .seconds(days * 86_400)
            secret.endsAt = end
            return .object(secret.identity + [.init("DeletionDate", .int(Int(end.seconds)))])
        }
    }

    private func restore(_ input: SecretInput) throws -> JSONFragment {
        try store.change(try input.text("SecretId")) { secret, _ throws in
            secret.endsAt = nil
            return .object(secret.identity)
        }
    }
}

extension StoredSecret {
    fileprivate var identity: [JSONFragment.Member] { [.init("ARN", .string(arn)), .init("Name", .string(name))] }

    fileprivate func description(withStages: Bool) -> JSONFragment {
        var members = identity
        if let description { members.append(.init("Description", .string(description))) }
        if let keyID { members.append(.init("KmsKeyId", .string(keyID))) }
        members += [.init("CreatedDate", .int(Int(createdAt.seconds))), .init("LastChangedDate", .int(Int(changedAt.seconds)))]
        if let endsAt { members.append(.init("DeletedDate", .int(Int(endsAt.seconds)))) }
        let stages = versions.filter { !$0.stages.isEmpty }.map { JSONFragment.Member($0.id, .array($0.stages.map { .string($0) })) }
        members.append(.init(withStages ? "VersionIdsToStages" : "SecretVersionsToStages", .object(stages)))
        return .object(members)
    }
}

extension StoredSecret.Version {
    fileprivate var members: [JSONFragment.Member] {
        let content: JSONFragment.Member =
            switch content {
            case .text(let text): .init("SecretString", .string(text.reveal()))
            case .binary(let bytes): .init("SecretBinary", .string(Base64.encode(bytes.reveal())))
            }
        return [
            .init("VersionId", .string(id)), content, .init("VersionStages", .array(stages.map { .string($0) })),
            .init("CreatedDate", .int(Int(createdAt.seconds))),
        ]
    }
}
