interface Order {
  customer?: { name?: string };
  first?(): string;
}

export function name(order?: Order): string {
  // ruleid: typescript.correctness.non-null-after-optional-chain
  const a = order?.customer!;
  // ruleid: typescript.correctness.non-null-after-optional-chain
  const b = order?.first?.()!;
  // ok: typescript.correctness.non-null-after-optional-chain
  const c = order?.customer?.name ?? "unknown";
  // ok: typescript.correctness.non-null-after-optional-chain
  const d = order!.customer;
  // ok: typescript.correctness.non-null-after-optional-chain
  const e = order!.customer!;
  console.log(e);
  // ok: typescript.correctness.non-null-after-optional-chain
  return c + a + b + d;
}
