import CommonCrypto
import CryptoKit
import Foundation

func sums(data: Data, bytes: [UInt8]) {
    // ruleid: swift.security.weak-hash
    let a = Insecure.MD5.hash(data: data)
    // ruleid: swift.security.weak-hash
    let b = Insecure.SHA1.hash(data: data)
    var digest = [UInt8](repeating: 0, count: 16)
    // ruleid: swift.security.weak-hash
    CC_MD5(bytes, CC_LONG(bytes.count), &digest)
    // ok: swift.security.weak-hash
    let c = SHA256.hash(data: data)
    // ok: swift.security.weak-hash
    CC_SHA256(bytes, CC_LONG(bytes.count), &digest)
    print(a, b, c)
}
