public import AWS

/// A learner's account where they sign in. Each operation is good to do twice: an account that is not there any more is signed out, and deleted.
public protocol LearnerAccount: Sendable {
    /// Ends every session there, so that no refresh token of before is good any more.
    func signOutEverywhere(_ subject: String) async throws
    /// Deletes the account.
    func delete(_ subject: String) async throws
    /// What the account says about the learner, by the names of its attributes.
    func attributes(of subject: String) async throws -> [String: String]
}

/// Accounts of a Cognito user pool, whose users are known by their `sub`.
public struct UserPoolAccount: LearnerAccount {
    private let pool: CognitoUserPoolAdministrator

    /// Accounts of this pool.
    public init(_ pool: CognitoUserPoolAdministrator) { self.pool = pool }

    /// `AdminUserGlobalSignOut`.
    public func signOutEverywhere(_ subject: String) async throws {
        do throws(AWSError) { try await pool.signOutEverywhere(subject) } catch { if !error.saysNoSuchUser { throw error } }
    }

    /// `AdminDeleteUser`.
    public func delete(_ subject: String) async throws {
        do throws(AWSError) { try await pool.deleteUser(subject) } catch { if !error.saysNoSuchUser { throw error } }
    }

    /// The attributes of `AdminGetUser`; none when there is no account.
    public func attributes(of subject: String) async throws -> [String: String] {
        do throws(AWSError) {
            return try await pool.user(subject).attributes
        } catch {
            guard error.saysNoSuchUser else { throw error }
            return [:]
        }
    }
}

extension AWSError {
    fileprivate var saysNoSuchUser: Bool { code == "UserNotFoundException" }
}
