type Node = Record<string, unknown>;

/**
 * Where an operation, parameter, header, response, schema or property of a document has no description, as JSON
 * pointers. A property or parameter may leave it to what it refers to.
 */
export function undescribed(document: Node): string[] {
  const found: string[] = [];
  const isDescribed = (node: unknown): boolean => {
    if (!isNode(node)) return false;
    if (typeof node.description === "string" && node.description.trim() !== "") return true;
    return typeof node.$ref === "string" && isDescribed(resolve(document, node.$ref));
  };
  const visit = (node: unknown, path: string[]): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      const at = [...path, key];
      // Values, not schemas.
      if (["example", "examples", "enum", "default"].includes(key) && !isMap(path)) continue;
      if (mustDescribe(path, key) && !isDescribed(value)) found.push(`#/${at.join("/")}`);
      visit(value, at);
    }
  };
  visit(document, []);
  return found;
}

const METHODS = new Set(["get", "put", "post", "delete", "patch"]);

/** Whether what stands at a key is one of the things that are described. */
function mustDescribe(path: string[], key: string): boolean {
  if (isMap(path)) return path.at(-1) !== "examples";
  if (path.at(-1) === "parameters") return true;
  return METHODS.has(key) && ["paths", "webhooks"].includes(path.at(-2) ?? "");
}

/** Whether the keys at a path are names: of properties, components, headers, statuses. */
function isMap(path: string[]): boolean {
  const [key, owner] = [path.at(-1), path.at(-2)];
  if (path[0] === "components" && path.length === 2) return key !== "securitySchemes" && key !== "examples";
  if (key === "headers" || key === "responses") return owner !== "properties";
  return key === "properties" && !isNameOf(path);
}

/** Whether the last of a path is the name of a property, not a keyword: `…/properties/properties`. */
function isNameOf(path: string[]): boolean {
  let names = false;
  for (const key of path.slice(0, -1)) names = !names && key === "properties";
  return names;
}

function resolve(document: Node, ref: string): unknown {
  const keys = ref.replace("#/", "").split("/");
  return keys
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>((node, key) => (isNode(node) ? node[key] : undefined), document);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
