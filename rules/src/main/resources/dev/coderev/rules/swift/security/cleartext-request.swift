import Foundation

func load() {
    // ruleid: swift.security.cleartext-request
    let a = URL(string: "http://api.example.com/items")
    // ruleid: swift.security.cleartext-request
    let b = URL(string: "http://www.example.org/")
    // ok: swift.security.cleartext-request
    let c = URL(string: "https://api.example.com/items")
    // ok: swift.security.cleartext-request
    let d = URL(string: "http://localhost:8080/")
    print(a as Any, b as Any, c as Any, d as Any)
}
