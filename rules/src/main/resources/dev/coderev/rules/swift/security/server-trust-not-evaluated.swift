import Foundation

class Open: NSObject, URLSessionDelegate {
    func urlSession(_ session: URLSession, didReceive challenge: URLAuthenticationChallenge, completionHandler: @escaping (URLSession.AuthChallengeDisposition, URLCredential?) -> Void) {
        let trust = challenge.protectionSpace.serverTrust!
        // ruleid: swift.security.server-trust-not-evaluated
        completionHandler(.useCredential, URLCredential(trust: trust))
    }
}

class Checked: NSObject, URLSessionDelegate {
    func urlSession(_ session: URLSession, didReceive challenge: URLAuthenticationChallenge, completionHandler: @escaping (URLSession.AuthChallengeDisposition, URLCredential?) -> Void) {
        let trust = challenge.protectionSpace.serverTrust!
        if SecTrustEvaluateWithError(trust, nil) {
            // ok: swift.security.server-trust-not-evaluated
            completionHandler(.useCredential, URLCredential(trust: trust))
        } else {
            // ok: swift.security.server-trust-not-evaluated
            completionHandler(.cancelAuthenticationChallenge, nil)
        }
    }
}
