import JSON
import Web

/// Unions, several bodies in one, and every kind of value.
struct ExerciseRoutes: Sendable {
    func register(on routes: RouteGroup) {
        routes.post("", summary: "Check an exercise", options: [.openToAll, .operationID("checkExercise")], check)
        routes.post("/lesson", summary: "Check a lesson", options: [.openToAll, .operationID("checkLesson")], lesson)
        routes.post("/values", summary: "Every kind of value", options: [.openToAll, .operationID("echoValues")], values)
    }

    func check(body: Body<Exercise>) async throws -> Exercise { body.value }
    func lesson(body: Body<LessonBodies>) async throws -> LessonBodies { body.value }
    func values(body: Body<Values>) async throws -> Values { body.value }
}

/// Forms with and without files.
struct FormRoutes: Sendable {
    func register(on routes: RouteGroup) {
        routes.post("/sheet", summary: "A form", options: [.openToAll, .operationID("sendSheet")], sheet)
        routes.post("/picture", summary: "A form with a file", options: [.openToAll, .operationID("sendPicture")], picture)
    }

    func sheet(form: Form<Sheet>) async throws -> Sheet { form.value }
    func picture(form: Multipart<Picture>) async throws -> PictureFacts {
        PictureFacts(title: form.value.title, byteCount: form.value.image.byteCount)
    }
}
