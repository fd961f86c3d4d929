import type { A } from "a";
import fs = require("fs");
import q = A.B;
export abstract class C<T extends X = Y> extends D<T> implements I, J.K {
  private readonly x: number = 1;
  static y?: string;
  @Input() z!: Foo[];
  declare w: any;
  constructor(private a: string, public readonly b?: number, ...rest: any[]) { super(); }
  @HostListener("x", ["y"])
  @Foo
  protected async m<U>(this: C, @Inject(T) u: U): Promise<void> { return <any>u; }
  abstract n(): void;
  get v(): number { return this.x!; }
  [key: string]: any;
}
interface I<T> extends A, B<T> { a: string; b?(x: number): void; readonly c: () => void; new (x: string): I; (y: number): string }
type U = A | "x" | { a: 1 } | [a, b] | typeof x | keyof T | (a: string) => b;
enum E { A, B = 2, "c" = 3 }
const enum F { A }
namespace N.M { export const x = 1; }
declare module "foo" { function f(a: string): void; }
declare global { var x: any }
declare function g(): void;
let a = b as unknown as C<D>, c = d satisfies E, e = f!.g as const;
function f(x: number): asserts x is string;
function over<T>(x?: T, {y}: {y: number} = {y: 1}): x is T { return foo<number>(x); }
export default interface Z {}
export = foo;
const h = async <T,>(x: T): Promise<T> => x;
for (i = 0, j = 1; i < 1; i++, j--) {}
for (const x of y) {}
abstract class Q { }
@Component({selector: 'x'})
export class R { x = () => { this.y?.z(); } }
let t = `a${b}c`; let u: unique symbol; let n: A.B.C<number>[] = [];
try { } catch (e: unknown) { }
class G { #p = 1; static { x() } override foo(): void {} }
var x: number | undefined, y: readonly string[];
