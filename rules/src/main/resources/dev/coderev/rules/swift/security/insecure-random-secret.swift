import Foundation
import Security

func code() -> Int {
    // ruleid: swift.security.insecure-random-secret
    srand48(Int(time(nil)))
    // ruleid: swift.security.insecure-random-secret
    return Int(drand48() * 1_000_000)
}

func safeCode() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 16)
    // ok: swift.security.insecure-random-secret
    _ = SecRandomCopyBytes(kSecRandomDefault, bytes.count, &bytes)
    // ok: swift.security.insecure-random-secret
    let n = Int.random(in: 0..<10)
    print(n)
    return bytes
}
