import ts from "typescript";

/** The schemas of a version by name. */
export type Schemas = Map<string, ts.TypeAliasDeclaration>;

interface Schema {
  name: string;
  version: string;
  /** Names that it refers to. */
  refersTo: string[];
  /** The same for those that were not told apart yet. */
  kind: string;
}

/**
 * Finds out which versions have a schema just so: with the same comments, and with the same in all that it refers to,
 * however far away. A page of two versions differs where one of its blocks does.
 *
 * @param versions the schemas of each version by its date
 * @returns by date and name, the dates of all versions that have the schema just as that one does
 */
export function sameSchemas(versions: Map<string, Schemas>): Map<string, Map<string, string[]>> {
  const all = [...versions].flatMap(([version, schemas]) => readSchemas(version, schemas));
  tellApart(all);
  const holders = Map.groupBy(all, ({ name, kind }) => `${name} ${kind}`);
  return new Map(
    [...Map.groupBy(all, ({ version }) => version)].map(([version, schemas]) => [
      version,
      new Map(
        schemas.map(({ name, kind }) => [
          name,
          (holders.get(`${name} ${kind}`) ?? []).map((holder) => holder.version),
        ]),
      ),
    ]),
  );
}

function readSchemas(version: string, schemas: Schemas): Schema[] {
  const printer = ts.createPrinter();
  const file = ts.createSourceFile("", "", ts.ScriptTarget.Latest);
  return [...schemas].map(([name, node]) => {
    const kind = printer.printNode(ts.EmitHint.Unspecified, node, file);
    return { name, version, refersTo: [...namesIn(node)], kind };
  });
}

/** By their texts at first, then by what they refer to, until nothing more is told apart. */
function tellApart(all: Schema[]): void {
  for (let before = 0; ; ) {
    const kinds = new Map(all.map(({ version, name, kind }) => [`${version} ${name}`, kind]));
    const numbers = new Map<string, number>();
    for (const schema of all) {
      const others = schema.refersTo.map((name) => kinds.get(`${schema.version} ${name}`) ?? name);
      const key = [schema.kind, ...others].join("\0");
      numbers.set(key, numbers.get(key) ?? numbers.size);
      schema.kind = String(numbers.get(key));
    }
    if (numbers.size === before) return;
    before = numbers.size;
  }
}

/** The names of types that a node refers to. */
export function namesIn(root: ts.Node): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) names.add(node.typeName.text);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return names;
}
