import Foundation

func store(password: String, token: String) {
    // ruleid: swift.security.secret-in-user-defaults
    UserDefaults.standard.set(password, forKey: "password")
    // ruleid: swift.security.secret-in-user-defaults
    UserDefaults.standard.set(token, forKey: "accessToken")
    // ok: swift.security.secret-in-user-defaults
    UserDefaults.standard.set(true, forKey: "darkMode")
    // ok: swift.security.secret-in-user-defaults
    UserDefaults.standard.set("en", forKey: "language")
}
