// ruleid: typescript.maintainability.function-type
export function run(action: Function) {
  return action();
}

// ruleid: typescript.maintainability.function-type
export function keep(value: Object, name: string) {
  return [value, name];
}

// ok: typescript.maintainability.function-type
export function call(action: (name: string) => void) {
  action("a");
}

// ok: typescript.maintainability.function-type
export function read(value: unknown) {
  return value;
}

export class Functions {
  // ok: typescript.maintainability.function-type
  list: Array<() => void> = [];
}
