interface Order {
  id: number;
}

export function read(text: string, req: { body: unknown }) {
  // ruleid: typescript.correctness.unchecked-json-cast
  const a = JSON.parse(text) as Order;
  // ruleid: typescript.correctness.unchecked-json-cast
  const b = req.body as Order;
  // ok: typescript.correctness.unchecked-json-cast
  const c = JSON.parse(text) as unknown;
  // ok: typescript.correctness.unchecked-json-cast
  const d: unknown = JSON.parse(text);
  // ok: typescript.correctness.unchecked-json-cast
  const e = text as string;
  return [a, b, c, d, e];
}
