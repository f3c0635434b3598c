import HTTPCore
import Platform
import TestKit
import Testing
import Web

func exports(from reports: Folder, on pool: BlockingPool) -> Application {
    Application { routes in
        routes.get("/words.csv") { () in
            StreamingOutput<CSVStream> { writer in
                for number in 1...3 { try await writer.write(Array("\(number),猫\r\n".utf8)) }
            }
        }
        routes.get("/report") { () in
            try await FileOutput.open("2026.csv", in: reports, on: pool, disposition: .attachment("報告.csv"))
        }
    }
}

// MARK: - Tests

@Suite struct `Streams in the guide` {
    private let folder = TemporaryFolder()

    private var application: Application { exports(from: Folder(folder.path), on: BlockingPool(label: "reports", threads: 1, queueLimit: 100)) }

    @Test(arguments: TestClient.Medium.allCases) func `are sent as they are made`(medium: TestClient.Medium) async throws {
        try await TestClient.with(application, over: medium) { client in
            let answer = try await client.get("/words.csv")
            #expect(answer.text == "1,猫\r\n2,猫\r\n3,猫\r\n" && answer[.contentType] == "text/csv; charset=utf-8")
        }
    }

    @Test func `are files, in parts where asked for, and 404 where there is none`() async throws {
        #expect(try await TestClient(application).get("/report").status == .notFound)
        folder.write("a,b\n1,2\n", to: "2026.csv")
        let answer = try await TestClient(application).get("/report", headers: ["Range": "bytes=4-6"])
        #expect(answer.status == 206 && answer.text == "1,2" && answer[.contentDisposition]?.hasPrefix("attachment;") == true)
    }
}
