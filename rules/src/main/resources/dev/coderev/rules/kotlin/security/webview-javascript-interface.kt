import android.webkit.WebView

class Help(private val view: WebView) {
    fun open() {
        // ruleid: kotlin.security.webview-javascript-interface
        view.addJavascriptInterface(this, "app")
        // ruleid: kotlin.security.webview-javascript-interface
        view.settings.allowUniversalAccessFromFileURLs = true
        // ok: kotlin.security.webview-javascript-interface
        view.settings.allowUniversalAccessFromFileURLs = false
        // ok: kotlin.security.webview-javascript-interface
        view.loadUrl("https://help.example.org")
    }
}
