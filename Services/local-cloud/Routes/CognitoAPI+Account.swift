import JSON

extension CognitoAPI {
    func getUser(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        let user = try pool.user(accessToken: try input.accessToken())
        return ["UserAttributes": Self.list(user.allAttributes), "Username": .string(user.sub)]
    }

    func deleteUser(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        try pool.deleteUser(accessToken: try input.accessToken())
        return [:]
    }

    func updateUserAttributes(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        let email = try pool.updateAttributes(accessToken: try input.accessToken(), try input.attributes("UserAttributes"))
        return ["CodeDeliveryDetailsList": .array(email.map { [Self.delivery(to: $0)] } ?? [])]
    }

    func getUserAttributeVerificationCode(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        let email = try pool.sendAttributeCode(accessToken: try input.accessToken(), attribute: try input.text("AttributeName", maximumBytes: 32))
        return ["CodeDeliveryDetails": Self.delivery(to: email)]
    }

    func verifyUserAttribute(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        try pool.verifyAttribute(
            accessToken: try input.accessToken(), attribute: try input.text("AttributeName", maximumBytes: 32), code: try input.text("Code"))
        return [:]
    }

    static func list(_ attributes: [UserAttribute]) -> JSONFragment {
        .array(attributes.map { ["Name": .string($0.name), "Value": .string($0.value)] })
    }
}
