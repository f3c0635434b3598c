import JSON
import Platform

extension CognitoAPI {
    func confirmDevice(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        let asks = try pool.confirmDevice(
            accessToken: try input.accessToken(), key: try input.deviceKey(), name: try input.optionalText("DeviceName", maximumBytes: 1_024),
            verifier: try input.verifier())
        return ["UserConfirmationNecessary": .bool(asks)]
    }

    func getDevice(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        ["Device": Self.document(try pool.device(accessToken: try input.accessToken(), key: try input.deviceKey()))]
    }

    func listDevices(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        let devices = try pool.devices(accessToken: try input.accessToken())
        let page = try input.page(of: devices, limit: "Limit", token: "PaginationToken", key: \.key)
        return .object([.init("Devices", .array(page.items.map(Self.document)))] + page.next.map { JSONFragment.Member("PaginationToken", .string($0)) })
    }

    func forgetDevice(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        try pool.forgetDevice(accessToken: try input.accessToken(), key: try input.deviceKey())
        return [:]
    }

    func updateDeviceStatus(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        let status = try input.optionalText("DeviceRememberedStatus", maximumBytes: 32) ?? "not_remembered"
        guard status == "remembered" || status == "not_remembered" else {
            throw .constraint("DeviceRememberedStatus", "Member must satisfy enum value set: [not_remembered, remembered]")
        }
        try pool.remember(accessToken: try input.accessToken(), key: try input.deviceKey(), status == "remembered")
        return [:]
    }

    private static func document(_ device: Device) -> JSONFragment {
        let attributes =
            [UserAttribute(name: "device_status", value: "valid")] + (device.name.map { [UserAttribute(name: "device_name", value: $0)] } ?? [])
            + [UserAttribute(name: "dev:device_remembered_status", value: device.isRemembered ? "remembered" : "not_remembered")]
        return [
            "DeviceAttributes": list(attributes), "DeviceCreateDate": .int(Int(device.createdAt.seconds)), "DeviceKey": .string(device.key),
            "DeviceLastAuthenticatedDate": .int(Int(device.authenticatedAt.seconds)), "DeviceLastModifiedDate": .int(Int(device.modifiedAt.seconds)),
        ]
    }
}

extension ActionInput {
    fileprivate func deviceKey() throws(CognitoError) -> String { try text("DeviceKey", maximumBytes: 55) }

    fileprivate func verifier() throws(CognitoError) -> Device.Verifier? {
        guard let config = try object("DeviceSecretVerifierConfig") else { return nil }
        guard let password = try config.optionalText("PasswordVerifier", maximumBytes: 2_048), let salt = try config.optionalText("Salt", maximumBytes: 2_048)
        else { throw .invalidParameter("Password verifier and salt must be given together.") }
        return Device.Verifier(password: password, salt: salt)
    }
}
