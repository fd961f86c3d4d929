@Entity("t") data class P<T : Any>(val name: String, var age: Int = 0, @Inject private val x: X?) : Base(name), I<T>, J {
  var prop: Int = 1
    get() = field
    set(v) { field = v }
  val lz: String by lazy { "a" }
  init { println("x") }
  constructor(a: Int) : this("", a) { foo() }
  override suspend fun <T : Any> m(a: T, vararg b: String, f: (Int) -> Unit = {}): List<T> where T : Q { return listOf(a) }
  companion object { const val K = "k" }
  inner class In { }
  private fun a.b.String.ext(): Int = this.length
}
enum class E(val v: Int) {
  A(1),
  B(2);
  fun x() {}
}
fun f() {
  if (!b || c) { }
  if (x) y else { z }
  try {
    a()
  } catch (e: Exception) {
    b()
  } finally {
    c()
  }
  var s = ""
  val e = null
  x = if (a) 1 else 2
  arr[0] = 1
  a.b.c = 2
  a.b[0].c += 2
  Outer.Inner<String>()
  val m: kotlin.collections.Map<String, Int?>
  foo(1) { it }
  println("a${b}c")
  @Suppress("x") val q = 1
}
