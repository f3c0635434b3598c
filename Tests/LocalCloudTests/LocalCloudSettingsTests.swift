import AWS
import Platform
import Testing

@testable import local_cloud

@Suite struct LocalCloudSettingsTests {
    private func settings(_ values: [String: String]) throws(EnvironmentError) -> LocalCloudSettings {
        var environment = EnvironmentReader(values)
        let settings = LocalCloudSettings(from: &environment)
        try environment.finish()
        return settings
    }

    @Test func `the contract's names are the defaults`() throws {
        let settings = try settings(["LISTEN": "127.0.0.1:4566"])
        #expect(settings.issuer == "http://localhost:4566/us-east-1_LocalPool" && settings.clientID == "web-client-local")
        #expect(settings.stateFolder == nil && !settings.hasDemoLearners)
        #expect(PoolConfiguration(issuer: settings.issuer, clientID: settings.clientID).poolID == "us-east-1_LocalPool")
    }

    @Test func `the issuer follows the port unless it is told`() throws {
        #expect(try settings(["LISTEN": "127.0.0.1:4999"]).issuer == "http://localhost:4999/us-east-1_LocalPool")
        #expect(try settings(["LISTEN": "[::1]:1", "LOCAL_CLOUD_ISSUER": "https://auth.test/eu-west-1_A1"]).issuer == "https://auth.test/eu-west-1_A1")
    }

    @Test(arguments: ["0.0.0.0:4566", "[::]:4566", "192.168.1.5:4566", "127.0.0.1:4566,10.0.0.1:4566"])
    func `it refuses to listen outside loopback`(addresses: String) {
        #expect(throws: EnvironmentError.self) { try settings(["LISTEN": addresses]) }
    }

    @Test(arguments: ["127.0.0.1:4566", "127.9.9.9:4566", "[::1]:4566", "127.0.0.1:4566,[::1]:4566"])
    func `it listens on every loopback address`(addresses: String) throws {
        _ = try settings(["LISTEN": addresses])
    }

    @Test(arguments: ["http://localhost:4566", "http://localhost:4566/pool", "http://localhost:4566/a_b_c", "http://localhost:4566/us-east-1_{x}"])
    func `an issuer without a pool's identifier is refused`(issuer: String) {
        #expect(throws: EnvironmentError.self) { try settings(["LISTEN": "127.0.0.1:4566", "LOCAL_CLOUD_ISSUER": issuer]) }
    }

    @Test func `who may call is told as a pair, or made`() throws {
        let alone = try settings(["LISTEN": "127.0.0.1:4566"])
        #expect(alone.accessKey == nil && alone.credentialsToken == nil && alone.credentialsLifetime == .seconds(3_600) && alone.contentBucket == nil)
        let told = try settings([
            "LISTEN": "127.0.0.1:4566", "AWS_ACCESS_KEY_ID": "AKIA", "AWS_SECRET_ACCESS_KEY": "a secret of 22 bytes..", "CONTENT_BUCKET": "words",
            "LOCAL_CLOUD_KEY_LIFETIME": "5s",
        ])
        #expect(told.accessKey == AWSCredentials(accessKey: "AKIA", secretKey: Secret("a secret of 22 bytes..")))
        #expect(told.contentBucket == BucketName("words") && told.credentialsLifetime == .seconds(5))
    }

    @Test(arguments: [
        ["AWS_ACCESS_KEY_ID": "AKIA"], ["AWS_SECRET_ACCESS_KEY": "a secret of 22 bytes.."], ["AWS_ACCESS_KEY_ID": "AKIA", "AWS_SECRET_ACCESS_KEY": "short"],
        ["CONTENT_BUCKET": "No Bucket"], ["AWS_CONTAINER_AUTHORIZATION_TOKEN": "short"], ["LOCAL_CLOUD_KEY_LIFETIME": "13h"],
    ])
    func `half a pair, weak secrets and impossible names are refused`(values: [String: String]) {
        #expect(throws: EnvironmentError.self) { try settings(values.merging(["LISTEN": "127.0.0.1:4566"]) { $1 }) }
    }

    @Test func `the pages' domain, callbacks and the overlap of keys are told, or follow from the issuer`() throws {
        let pool = try settings(["LISTEN": "127.0.0.1:4566"]).pool
        #expect(pool.pages == "http://localhost:4566" && pool.keyOverlap == .seconds(3_900))
        #expect(pool.callbackURLs.contains("http://localhost:3003/callback") && pool.logoutURLs.contains("http://127.0.0.1:3000/logout"))
        let told = try settings([
            "LISTEN": "127.0.0.1:4566", "LOCAL_CLOUD_DOMAIN": "https://auth.app-dw.net/", "LOCAL_CLOUD_KEY_OVERLAP": "5s",
            "LOCAL_CLOUD_CALLBACK_URLS": "https://haiku.app-dw.net/callback, http://localhost:5/callback",
            "LOCAL_CLOUD_LOGOUT_URLS": "https://haiku.app-dw.net/logout",
        ]).pool
        #expect(told.pages == "https://auth.app-dw.net" && told.issuer == "http://localhost:4566/us-east-1_LocalPool" && told.keyOverlap == .seconds(5))
        #expect(told.callbackURLs == ["https://haiku.app-dw.net/callback", "http://localhost:5/callback"] && told.logoutURLs.count == 1)
    }

    @Test(arguments: [
        ("LOCAL_CLOUD_DOMAIN", "https://auth.app-dw.net/path"), ("LOCAL_CLOUD_DOMAIN", "auth"), ("LOCAL_CLOUD_CALLBACK_URLS", "http://app.example/callback"),
        ("LOCAL_CLOUD_CALLBACK_URLS", "/callback"), ("LOCAL_CLOUD_CALLBACK_URLS", "https://a.example/#x"), ("LOCAL_CLOUD_LOGOUT_URLS", "javascript:x"),
        ("LOCAL_CLOUD_LOGOUT_URLS", "http://localhost.evil.example/"), ("LOCAL_CLOUD_LOGOUT_URLS", "http://localhost@evil.example/"),
        ("LOCAL_CLOUD_KEY_OVERLAP", "31d"),
    ])
    func `a domain with a path and callbacks that Cognito refuses are refused`(name: String, value: String) {
        #expect(throws: EnvironmentError.self) { try settings(["LISTEN": "127.0.0.1:4566", name: value]) }
    }
}
