import UIKit
import WebKit

func views(frame: CGRect) {
    // ruleid: swift.security.old-web-view
    let old = UIWebView()
    // ruleid: swift.security.old-web-view
    let sized = UIWebView(frame: frame)
    // ok: swift.security.old-web-view
    let new = WKWebView()
    // ok: swift.security.old-web-view
    let newSized = WKWebView(frame: frame)
    print(old, sized, new, newSized)
}
