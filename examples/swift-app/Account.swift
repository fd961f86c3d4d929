import CryptoKit
import Foundation
import SQLite3

final class Account {
    private let db: OpaquePointer
    private let service = URL(string: "http://accounts.example.com/login")

    init(db: OpaquePointer) {
        self.db = db
    }

    func remember(password: String) {
        UserDefaults.standard.set(password, forKey: "password")
    }

    func fingerprint(of data: Data) -> String {
        Insecure.MD5.hash(data: data).map { String(format: "%02x", $0) }.joined()
    }

    func exists(name: String) -> Bool {
        var statement: OpaquePointer?
        sqlite3_prepare_v2(db, "SELECT 1 FROM accounts WHERE name = '\(name)'", -1, &statement, nil)
        defer { sqlite3_finalize(statement) }
        return sqlite3_step(statement) == SQLITE_ROW
    }

    func forget(path: String) {
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
        }
    }

    func settings(at url: URL) -> Data {
        try! Data(contentsOf: url)
    }
}
