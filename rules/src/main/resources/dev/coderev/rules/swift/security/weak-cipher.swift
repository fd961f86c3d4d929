import CommonCrypto
import CryptoKit
import Foundation

func encrypt(key: [UInt8], text: [UInt8], out: inout [UInt8], moved: inout Int) {
    // ruleid: swift.security.weak-cipher
    CCCrypt(CCOperation(kCCEncrypt), CCAlgorithm(kCCAlgorithmDES), 0, key, 8, nil, text, text.count, &out, 64, &moved)
    // ruleid: swift.security.weak-cipher
    CCCrypt(CCOperation(kCCEncrypt), CCAlgorithm(kCCAlgorithmAES), CCOptions(kCCOptionECBMode), key, 16, nil, text, text.count, &out, 64, &moved)
    // ok: swift.security.weak-cipher
    CCCrypt(CCOperation(kCCEncrypt), CCAlgorithm(kCCAlgorithmAES), CCOptions(kCCOptionPKCS7Padding), key, 16, out, text, text.count, &out, 64, &moved)
    // ok: swift.security.weak-cipher
    let box = try? AES.GCM.seal(Data(text), using: SymmetricKey(data: key))
    print(box as Any)
}
