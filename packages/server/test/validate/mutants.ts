const WRONG: unknown[] = [
  null,
  true,
  7,
  -1.5,
  "",
  "x".repeat(3000),
  "nonsense",
  [],
  {},
  [[]],
  { type: "nonsense" },
];

/** Copies of a value, each with one thing changed: a key dropped, an unknown one added, a value of another type. */
export function* mutants(value: unknown): Generator<unknown> {
  for (const wrong of WRONG) yield wrong;
  if (Array.isArray(value)) {
    yield Array.from({ length: 101 }, () => value[0]);
    for (const [index, item] of value.entries()) {
      for (const mutant of mutants(item)) yield value.with(index, mutant);
    }
  } else if (typeof value === "object" && value !== null) {
    yield { ...value, unknown_key: 1 };
    yield { ...value, type: "nonsense" };
    for (const [key, inner] of Object.entries(value)) {
      const { [key]: _, ...rest } = value as Record<string, unknown>;
      yield rest;
      for (const mutant of mutants(inner)) yield { ...value, [key]: mutant };
    }
  }
}
