import Foundation

func remove(path: String) {
    do {
        try FileManager.default.removeItem(atPath: path)
        // ruleid: swift.correctness.empty-catch
    } catch {
    }
    do {
        try FileManager.default.removeItem(atPath: path)
        // ruleid: swift.correctness.empty-catch
    } catch {}
    do {
        try FileManager.default.removeItem(atPath: path)
        // ok: swift.correctness.empty-catch
    } catch {
        print(error)
    }
}
