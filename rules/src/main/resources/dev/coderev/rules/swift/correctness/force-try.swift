import Foundation

func read(path: String) -> String? {
    // ruleid: swift.correctness.force-try
    let text = try! String(contentsOfFile: path)
    // ok: swift.correctness.force-try
    let other = try? String(contentsOfFile: path)
    do {
        // ok: swift.correctness.force-try
        let third = try String(contentsOfFile: path)
        return text + third
    } catch {
        return other
    }
}
