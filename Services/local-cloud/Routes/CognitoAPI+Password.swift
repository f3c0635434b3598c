import JSON

extension CognitoAPI {
    func forgotPassword(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        ["CodeDeliveryDetails": Self.delivery(to: try pool.forgotPassword(name: try input.username(), client: try input.client()))]
    }

    func confirmForgotPassword(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        try pool.confirmForgotPassword(
            name: try input.username(), code: try input.text("ConfirmationCode"), password: try input.password(), client: try input.client())
        return [:]
    }

    func changePassword(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        try pool.changePassword(
            accessToken: try input.accessToken(), from: try input.password("PreviousPassword"), to: try input.password("ProposedPassword"))
        return [:]
    }
}
