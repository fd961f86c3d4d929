import Foundation

func load(data: Data, unarchiver: NSKeyedUnarchiver) {
    // ruleid: swift.security.insecure-unarchiving
    let a = NSKeyedUnarchiver.unarchiveObject(with: data)
    // ruleid: swift.security.insecure-unarchiving
    unarchiver.requiresSecureCoding = false
    // ok: swift.security.insecure-unarchiving
    let b = try? NSKeyedUnarchiver.unarchivedObject(ofClass: NSString.self, from: data)
    // ok: swift.security.insecure-unarchiving
    unarchiver.requiresSecureCoding = true
    print(a as Any, b as Any)
}
