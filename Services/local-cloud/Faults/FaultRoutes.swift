import HTTPCore
import JSON
import Web

/// `/_faults`: lets services go wrong until they are cleared. A page for people, and below it JSON for programs.
///
/// Not for one request alone: that says so itself in `X-Local-Fault`.
struct FaultRoutes: Sendable {
    let control: FaultControl

    func register(on routes: RouteGroup) {
        let page: RouteGroup = routes.group("/_faults", tags: ["faults"], options: [.bodyLimit(bytes: 16_384)])
        page.use(OwnPagesOnly())
        page.get("", summary: "What goes wrong now, as a page with a form", showPage)
        page.post("", summary: "The page's form: sets a service's fault or clears it, answers with the page", submit)
        page.get("/services", summary: "What goes wrong now", show)
        page.put("/services/{service}", summary: "Sets a service's fault", set)
        page.delete("/services/{service}", summary: "Clears a service's fault", clear)
        page.delete("/services", summary: "Clears every fault", clearAll)
    }

    func showPage() async throws -> Response { FaultPage(standing: control.standing).page.response() }

    /// 303 to the service's part of the page, so that to reload it sends nothing again; 422 with the form and its problems when it cannot be read.
    func submit(form: Form<FaultForm>) async throws -> Response {
        let form = form.value
        if form.service == "all", form.clear != nil {
            control.clear()
            return Self.seeOther("/_faults")
        }
        guard let kind = CloudServiceKind(rawValue: form.service) else { throw Self.unknownService }
        let draft = form.clear == nil ? FaultDraft(form) : FaultDraft(nil)
        do throws(FaultDraft.Problems) {
            control.set(try draft.fault(), for: kind)
            return Self.seeOther("/_faults#\(kind.rawValue)")
        } catch {
            let refused = FaultPage.Refused(kind: kind, draft: draft, problems: error)
            return FaultPage(standing: control.standing, refused: refused).page.response(status: 422)
        }
    }

    private static func seeOther(_ location: String) -> Response { Response(status: 303, fields: [.location: location]) }

    func show() async throws -> FaultList { list }

    func set(path: Path<FaultyService>, body: Body<FaultText>) async throws -> FaultList {
        control.set(try Self.fault(body.value.fault), for: try Self.kind(path))
        return list
    }

    func clear(path: Path<FaultyService>) async throws -> FaultList {
        control.set(nil, for: try Self.kind(path))
        return list
    }

    func clearAll() async throws -> FaultList {
        control.clear()
        return list
    }

    private var list: FaultList {
        FaultList(services: control.standing.map { StandingFault(service: $0.kind.rawValue, fault: $0.fault.description, happened: $0.happened) })
    }

    private static let unknownService = HTTPError(
        .notFound, type: "unknown-service",
        detail: "There is no such service; there are \(CloudServiceKind.allCases.map(\.rawValue).joined(separator: ", ")).")

    private static func kind(_ path: Path<FaultyService>) throws(HTTPError) -> CloudServiceKind {
        guard let kind = CloudServiceKind(rawValue: path.value.rawValue) else { throw unknownService }
        return kind
    }

    private static func fault(_ text: String) throws(HTTPError) -> Fault {
        guard let fault = Fault(text) else { throw HTTPError(422, type: "invalid-fault", detail: "A fault is \(Fault.syntax).") }
        return fault
    }
}

/// The name of a service in a path.
struct FaultyService: JSONWrapper, PathParameter {
    static let parameterName = "service"
    var rawValue: String
}

/// A fault for a service.
struct FaultText: JSONObject {
    var fault: String
    static let json = Object("FaultText", { Self(fault: $0) }, Field("fault", \.fault, .length(1...200), example: "throttle;count=2"))
}

/// What goes wrong now.
struct FaultList: JSONObject {
    var services: [StandingFault]
    static let json = Object("FaultList", { Self(services: $0) }, Field("services", \.services))
}

/// One service that goes wrong.
struct StandingFault: JSONObject {
    var service: String, fault: String, happened: Int
    static let json = Object(
        "StandingFault", { Self(service: $0, fault: $1, happened: $2) }, Field("service", \.service, example: "s3"),
        Field("fault", \.fault, example: "throttle;count=2"), Field("happened", \.happened))
}
