import Foundation

func name(from object: Any) -> String? {
    // ruleid: swift.correctness.force-cast
    let text = object as! String
    // ok: swift.correctness.force-cast
    let other = object as? String
    // ok: swift.correctness.force-cast
    let any = text as Any
    print(any)
    return other
}
