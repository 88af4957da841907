/** What to do about a problem that Redocly's own rules report; the messages of our rules say it themselves. */
const ADVICE: Record<string, string> = {
  yaml: "Correct the YAML here, or just above; nothing else was checked.",
  "no-versions":
    "Refer to components/parameters/NotionVersion.yaml from an operation, and list the dates in its `enum`.",
  projection: "Put the annotation that empties the union on what refers to it as well.",
  bundler: "A file name is a component's name: rename one of the two files.",
  "component-name-unique": "A file name is a component's name: rename one of the files.",
  "no-unresolved-refs": "Correct the path, or write the file that it names.",
  "example-fits-schema": "Correct the example, or the schema that it breaks.",
  "no-invalid-parameter-examples": "Correct the example, or the schema that it breaks.",
  "unreferenced-file": "Refer to it, or delete it.",
  "operation-operationId-unique": "Give one of the two operations another operationId.",
};

export function adviceFor(rule: string, suggestions: string[] = [], reference?: string): string {
  const [suggestion] = suggestions;
  const advice = ADVICE[rule] ?? (reference ? `See ${reference}` : "");
  return suggestion ? `Did you mean ${suggestion}? ${advice}`.trim() : advice;
}
