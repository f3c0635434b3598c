import JSON

extension CognitoAPI {
    func signUp(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        let user = try pool.signUp(
            name: try input.username(), password: try input.password(), attributes: try input.attributes("UserAttributes"), client: try input.client())
        return ["CodeDeliveryDetails": Self.delivery(to: user.email), "UserConfirmed": false, "UserSub": .string(user.sub)]
    }

    func confirmSignUp(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        try pool.confirmSignUp(name: try input.username(), code: try input.text("ConfirmationCode"), client: try input.client())
        return [:]
    }

    func resendConfirmationCode(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        ["CodeDeliveryDetails": Self.delivery(to: try pool.resendCode(name: try input.username(), client: try input.client()))]
    }

    static func delivery(to email: EmailAddress) -> JSONFragment {
        ["AttributeName": "email", "DeliveryMedium": "EMAIL", "Destination": .string(email.masked)]
    }
}
