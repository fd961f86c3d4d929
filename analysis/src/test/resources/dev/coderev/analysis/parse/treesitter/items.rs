#![allow(dead_code)]
//! doc
use std::collections::{HashMap, BTreeMap as B, self, *};
use crate::a::b;
use super::x as y;
extern crate foo;
mod m { pub fn f() {} }
mod other;
const A: u32 = 1_000u32;
static mut S: &str = "a\n";
type T<'a> = Result<&'a str, Box<dyn Error + 'static>>;
#[derive(Debug, Clone)]
#[serde(rename_all = "x")]
pub struct P<T: Clone + 'static, const N: usize> where T: Copy { pub a: T, b: Vec<u8>, }
struct U; struct V(i32, pub String);
enum E { A, B(i32), C { x: u8 }, D = 5 }
union Un { a: u8 }
pub trait Tr: Super { type Item; const C: i32; fn m(&self) -> Self::Item; fn d(&mut self, x: i32) { } }
impl<T> Tr for P<T> where T: X { fn m(&self) -> i32 { self.a } }
impl P { pub async unsafe fn new(mut a: i32, &b: &i32, (c, d): (i32, i32), _: u8) -> Self { P { a, b: 1, ..Default::default() } } }
fn main() -> Result<(), E> {
  let x = 1; let mut y: Vec<i32> = vec![1, 2]; let (a, b) = t; let Some(z) = o else { return; }; let P { a, .. } = p;
  if a && !b || c { f() } else if let Some(v) = w { g() } else { h() }
  let v = if a { 1 } else { 2 };
  match x { 1 | 2 => a(), 3..=5 if y > 1 => { b() } Some(P { a, .. }) => c, E::A(x) => d, _ => return, }
  for i in 0..10 { continue; } for (k, v) in &map { }
  while let Some(x) = it.next() { break; } 'outer: loop { break 'outer 5; }
  while true { }
  println!("hi {} {}", name, x + 1); format!("{x}"); assert_eq!(a, b); my_macro!{ a => b }
  x.y.z(1)?.w::<i32>().await; foo::<T>(a); std::fs::read_to_string(path); Foo::new(); <T as Tr>::m();
  let c = |a: i32, b| -> i32 { a + b }; let d = move || x; let e = async { 1 }; unsafe { *ptr = 1; }
  a += 1; a = b; *p = &mut q; -x; !y; &z; a as u64; (1, "b", 'c', b'x', b"raw", r#"r"a"w"#, true, 1.5f32, 0xFFu8);
  [1, 2, 3]; [0; 10]; arr[i]; &s[1..]; tup.0; return Ok(()); Box::new(|x| x);
  x
}
extern "C" { fn ext(a: *const c_char); }
macro_rules! mm { ($x:expr) => { $x } }
#[cfg(test)] mod tests { #[test] fn t() { } }
fn lt<'a>(x: &'a mut str, f: impl Fn(i32) -> i32, g: &dyn Tr, h: fn(i32)) -> impl Iterator<Item = u8> + 'a { }
