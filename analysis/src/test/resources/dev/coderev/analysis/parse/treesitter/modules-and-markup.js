#!/usr/bin/env node
import a, {b as c, d} from "m";
import * as ns from 'n';
import "side";
export default function f(x, y = 1, ...rest) { return x ?? y; }
export const g = async (x) => await x, h = y => { y.z?.(1)?.[2]; };
export { p as q, r } from "s";
export * from "t";
export class A extends B.C {
  static #x = 1;
  y;
  constructor(a) { super(a); this.#x = a; }
  get v() { return this.y }
  set v(x) { }
  static async *gen() { yield* z; }
  [computed]() {}
  static { init(); }
}
let {m, n: {o = 2}, ...k} = obj, [i,,j] = arr;
var s = 'a\n\u0041' + `hi ${name}!` + /ab+[/]c/gi;
const o2 = { a: 1, b, 'c': 2, [d]: 3, ...e, f() {}, get g() { return 1 }, async h() {} };
if (a === b && !c || typeof d !== 'x') x++; else if (q) --y; else { z = void 0 }
for (let i = 0, n = 3; i < n; i++) { continue outer; }
for (const k in o) ;
for await (const [k, v] of o) break;
outer: while (true) do { } while (1);
switch (x) { case 1: case 2: a(); break; default: b(); }
try { throw new Error("x", 1) } catch ({e}) { } finally { }
try {} catch {}
a = b ? c : d, e += 1n;
new Foo; new a.B(...c);
delete a.b, a instanceof B, 'k' in o;
x = <Foo a="1" b={2} {...c}><b>text {v} </b><></></Foo>;
(function* named() { yield 1 })();
tag`x${1}`;
const r2 = require("m");
x = 0xFF + 1_000.5e3 + null + undefined + this.q + import.meta.url;
debugger;
with (o) { }
;
new.target;
@dec class D { @log() m() {} }
const {z: zz} = await import("x");
y ||= 1; y = a ** b;
a?.b.c(d)?.e;
(a, b);
async function af() { for (;;) {} }
