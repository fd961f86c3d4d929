export function read(value: { a: number }) {
  // ruleid: typescript.maintainability.unexplained-ts-ignore
  // @ts-ignore
  const a = value.b;
  // ruleid: typescript.maintainability.unexplained-ts-ignore
  // @ts-nocheck
  const b = value.a;
  // ok: typescript.maintainability.unexplained-ts-ignore
  // @ts-expect-error the declaration lacks c
  const c = value.c;
  // ok: typescript.maintainability.unexplained-ts-ignore
  // @ts-ignore the library's types are wrong, see its changelog
  const d = value.d;
  return [a, b, c, d];
}
