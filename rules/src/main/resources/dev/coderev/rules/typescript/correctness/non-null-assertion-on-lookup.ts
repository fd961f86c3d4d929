export function pick(list: string[], map: Map<string, string>, text: string) {
  // ruleid: typescript.correctness.non-null-assertion-on-lookup
  const a = list.find((item) => item === "a")!;
  // ruleid: typescript.correctness.non-null-assertion-on-lookup
  const b = map.get("b")!;
  // ruleid: typescript.correctness.non-null-assertion-on-lookup
  const c = text.match(/c/)!;
  // ok: typescript.correctness.non-null-assertion-on-lookup
  const d = map.get("d");
  // ok: typescript.correctness.non-null-assertion-on-lookup
  const e = map.get("e") ?? "default";
  // ok: typescript.correctness.non-null-assertion-on-lookup
  const f = list.filter((item) => item !== a)!;
  return [a, b, c, d, e, f];
}
