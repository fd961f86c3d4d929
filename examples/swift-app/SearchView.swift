import UIKit
import WebKit

final class SearchView: UIViewController {
    private let page = WKWebView()
    private let field = UITextField()

    @objc func search() {
        guard let words = field.text else { return }
        page.evaluateJavaScript("find('\(words)')")
    }

    @objc func reset() {
        field.text = ""
        page.evaluateJavaScript("reset()")
    }
}
