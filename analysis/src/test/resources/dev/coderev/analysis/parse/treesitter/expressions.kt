package a.b
import java.util.*
import foo.Bar as Q
import foo.baz
const val A = 1
typealias S = Map<String, Int>
fun main(args: Array<String>) {
  val (a, b) = pair
  var s: String? = "hi $name ${x + 1}\n" + """raw $y
text""" + 'c'
  if (a && !b || c) foo() else if (d) bar() else { baz() }
  val v = if (x > 1) 1 else 2
  when (x) { 1, 2 -> a(); is String -> b(); in 1..10 -> c(); !in xs -> d(); else -> { e() } }
  when { x > 1 -> a() ; else -> b() }
  for (i in 0 until 10) { continue }
  for ((k, v) in map) println(k)
  while (true) {  } 
  do { } while (x)
  outer@ for (i in xs) return@outer
  try { throw E("x") } catch (e: Exception) { } finally { }
  val t = try { 1 } catch (e: A) { 2 }
  x?.y?.z(1) ; x!!.y ; x ?: y ; x as String ; x as? Int ; x is Foo ; x !is Foo ; a === b
  list.map { it * 2 }.filter { x, y -> x > y }.forEach(::println)
  val l = { a: Int, b -> a + b } ; val f = fun(x: Int): Int { return x }
  foo(1, name = "x", *arr) { it } ; foo<Int>(x) ; arr[0, 1] = 2 ; x += 1 ; x++ ; --y ; -z
  val o = object : Foo(1), Bar { }
  Foo::class.java ; String::length ; this@P.y ; super.m() ; a..b ; a to b
  val arr = arrayOf(1, 2L, 0xFF, 1.5f, null, true)
  return
}
fun Int.sq() = this * this
fun <T> gen(x: T) where T : A = x
