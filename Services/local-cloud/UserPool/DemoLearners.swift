import Platform

/// The learners that exist from the start when `DEMO_LEARNERS` asks for them; their `sub` never changes, so that their words stay theirs.
struct DemoLearner: Sendable {
    let sub: String
    let email: String
    let password: String
    let givenName: String
    let familyName: String

    /// The learner of the documentation, and another one for tests of isolation.
    static let all = [
        DemoLearner(
            sub: "5a7b1f0e-3c94-4d2a-9b61-0d3e8c6f2a17", email: "demo@app-dw.net", password: "Sakura-2026!", givenName: "Demo", familyName: "Learner"),
        DemoLearner(
            sub: "c2d9e844-71f5-4b0c-8e3d-6f1a95b7d320", email: "other@app-dw.net", password: "Momiji-2026!", givenName: "Other", familyName: "Learner"),
    ]
}

extension UserPool {
    /// Adds the demo learners who are not there yet, confirmed; those who are stay as they are.
    func addDemoLearners(_ learners: [DemoLearner] = DemoLearner.all) throws(CognitoError) {
        for learner in learners where user(named: learner.email) == nil {
            guard let email = EmailAddress(learner.email) else { throw .invalidParameter("Username should be an email.") }
            let names = [UserAttribute(name: "given_name", value: learner.givenName), UserAttribute(name: "family_name", value: learner.familyName)]
            try add(
                User(sub: learner.sub, email: email, isConfirmed: true, attributes: names, password: try hash(learner.password), createdAt: clock.now()))
        }
    }
}
