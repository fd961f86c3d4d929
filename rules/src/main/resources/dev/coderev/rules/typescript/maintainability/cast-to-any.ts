export function read(value: { a: number }, other: unknown) {
  // ruleid: typescript.maintainability.cast-to-any
  const a = (value as any).b;
  // ruleid: typescript.maintainability.cast-to-any
  const b = (value as any)["c"];
  // ok: typescript.maintainability.cast-to-any
  const c = value.a;
  // ok: typescript.maintainability.cast-to-any
  const d = (other as { a: number }).a;
  return [a, b, c, d];
}
