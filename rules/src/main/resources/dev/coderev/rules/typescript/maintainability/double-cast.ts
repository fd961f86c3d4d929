export function convert(value: string, list: number[]) {
  // ruleid: typescript.maintainability.double-cast
  const a = value as unknown as number;
  // ruleid: typescript.maintainability.double-cast
  const b = list as any as string[];
  // ok: typescript.maintainability.double-cast
  const c = Number(value);
  // ok: typescript.maintainability.double-cast
  const d = list as readonly number[];
  // ok: typescript.maintainability.double-cast
  const e = value as unknown;
  return [a, b, c, d, e];
}
