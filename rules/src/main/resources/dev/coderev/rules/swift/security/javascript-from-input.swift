import UIKit
import WebKit

class Search: UIViewController {
    let view1 = WKWebView()
    let field = UITextField()

    func search() {
        let text = field.text!
        // ruleid: swift.security.javascript-from-input
        view1.evaluateJavaScript("find('\(text)')")
        // ruleid: swift.security.javascript-from-input
        view1.loadHTMLString("<h1>" + text + "</h1>", baseURL: nil)
        // ok: swift.security.javascript-from-input
        view1.evaluateJavaScript("clear()")
        // ok: swift.security.javascript-from-input
        view1.loadHTMLString("<h1>fixed</h1>", baseURL: nil)
    }
}
