import DesignSystem
import HTTPCore
import Testing

@Suite struct `Pages at the door` {
    @Test(arguments: DoorPage.Step.allCases, Language.allCases)
    func `a page is a whole document in its language`(step: DoorPage.Step, language: Language) {
        let html = DoorPage(step, product: .langPortal, language: language).response().text
        #expect(html.hasPrefix("<!doctype html>\n<html lang=\"\(language.rawValue)\">"))
        #expect(html.hasSuffix("</html>\n"))
        #expect(html.contains(" – Lang Portal</title>"))
        #expect(html.contains("<main class=\"gate-column\" id=\"main\" tabindex=\"-1\">"))
    }
}
