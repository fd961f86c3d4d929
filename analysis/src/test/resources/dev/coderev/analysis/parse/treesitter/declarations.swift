import Foundation
import class UIKit.UIView
@available(iOS 13, *)
public final class C<T: Eq>: Base, P where T: Q {
  private let x: Int = 1, y = 2
  static var shared: C? = nil
  @State private var z: [String: Int] = [:]
  lazy var w = { 1 }()
  var comp: Int { return 1 }
  var gs: Int { get { return 1 } set { x = newValue } }
  var obs = 1 { didSet { f() } }
  weak var d: D?
  init?(a: Int, _ b: String = "x", c d: Int...) throws { super.init(); self.x = a }
  deinit { }
  override func m<U>(for a: U, with b: inout Int) async throws -> [U]? where U: E { return nil }
  subscript(i: Int) -> Int { return arr[i] }
  enum E: String { case a, b = "x"; case c(Int, x: String)
  indirect case d }
}
struct S { var a: Int }
protocol P: AnyObject { func f()
  var v: Int { get }
  associatedtype T }
extension C: Z { func g() {} }
actor A { }
typealias X = [Int]
func main() throws {
  var a = 1
  let (b, c) = t
  let s: String = "hi \(name) \(x + 1)\n" + "plain"
  let ml = """
  multi \(x)
  line
  """
  if a && !b || c { f() } else if let v = w, v > 1 { g() } else { h() }
  guard let u = o else { return }
  guard a, b else { throw E.x }
  switch x { case 1, 2: a()
  case .foo(let y) where y > 1: b()
  case is Int: c()
  case 1...5: d()
  default: break }
  for i in 0..<10 where i > 1 { continue }
  for (k, v) in map { }
  while true { break }
  repeat { } while x
  outer: for i in x { break outer }
  do { try f() } catch let e as Err { } catch { }
  defer { close() }
  x?.y?.z(1)!.w
  x!
  x ?? y
  x as? Int
  x as! Int
  x is Foo
  a ? b : c
  a === b
  list.map { $0 * 2 }.filter { (x: Int, y) -> Bool in return x > y }.forEach { print($0) }
  let f = { (a: Int) in a + 1 }
  foo(1, name: "x") { it in it }
  arr[0] = 2
  x += 1
  -z
  Foo<Int>(x)
  try? f()
  try! f()
  await g()
  [1, 2, 3]
  ["a": 1, "b": 2]
  (1, x: 2)
  n = nil
  1_000
  0xFF
  1.5e3
    self.x
  Self.y
  type(of: x)
  if #available(iOS 13, *) { }
  a...b
  &x
  C.self
  _ = x
  return (1, 2)
  #if DEBUG
  foo()
  #endif
}
let g = 1
