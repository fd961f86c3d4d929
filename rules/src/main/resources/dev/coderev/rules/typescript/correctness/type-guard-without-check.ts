interface User {
  name: string;
}

// ruleid: typescript.correctness.type-guard-without-check
export function isUser(value: unknown): value is User {
  return true;
}

// ruleid: typescript.correctness.type-guard-without-check
export function isList(value: unknown): value is string[] { return true; }

// ok: typescript.correctness.type-guard-without-check
export function hasName(value: unknown): value is User {
  return typeof value === "object" && value !== null && "name" in value;
}

// ok: typescript.correctness.type-guard-without-check
export function yes(): boolean {
  return true;
}
