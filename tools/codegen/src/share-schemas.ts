import ts from "typescript";
import { mapOfSchemas, schemasIn } from "./hoist-schemas.ts";
import { namesIn, sameSchemas } from "./same-schemas.ts";

/** A module of types before it is printed. */
export interface TypesModule {
  /** The file, without `.ts`. */
  name: string;
  /** The versions that have what is in it. */
  versions: string[];
  nodes: ts.Node[];
}

/**
 * Takes what several versions have just so into modules that they share. Most schemas never change, and a compiler then
 * reads them once, whichever versions a program uses.
 *
 * @param versions the nodes of each version by its date, the oldest first
 * @returns the shared modules, then one for each version
 */
export function shareSchemas(versions: Map<string, ts.Node[]>): TypesModule[] {
  const contents = divideNames(versions);
  return contents.map(({ name, versions: holders, names }) => {
    const wider = contents.filter(
      (other) => other.name !== name && holders.every((holder) => other.versions.includes(holder)),
    );
    // The newest has the order.
    const nodes = versions.get(holders.at(-1) ?? "") ?? [];
    return { name, versions: holders, nodes: divide(nodes, names, wider, holders.length === 1) };
  });
}

/** What is to be in a module. */
interface Contents {
  name: string;
  versions: string[];
  /** Of schemas. */
  names: Set<string>;
}

/** Those that most versions share come first, and those of one version last. */
function divideNames(versions: Map<string, ts.Node[]>): Contents[] {
  const same = sameSchemas(new Map([...versions].map(([version, nodes]) => [version, schemasIn(nodes)])));
  const contents = new Map<string, Contents>();
  const add = (holders: string[], schema?: string) => {
    const name = holders.length > 1 ? `shared-${holders.join("-")}` : `${holders[0]}`;
    const module = contents.get(name) ?? { name, versions: holders, names: new Set() };
    contents.set(name, module);
    if (schema) module.names.add(schema);
  };
  for (const version of versions.keys()) add([version]);
  for (const schemas of same.values()) for (const [schema, holders] of schemas) add(holders, schema);
  return [...contents.values()].sort((one, other) => other.versions.length - one.versions.length);
}

/**
 * What is left for a module, when others have the rest.
 *
 * @param nodes of a version
 * @param names the schemas that are in the module
 * @param wider modules of more versions
 * @param isVersion whether it is the module of that version, which has what is no schema too, and exports what is wider
 */
function divide(nodes: ts.Node[], names: Set<string>, wider: Contents[], isVersion: boolean): ts.Node[] {
  const schemas = schemasIn(nodes);
  const maps = wider.map((_, index) => `schemas${index + 1}`);
  const kept = nodes.flatMap((node) => {
    const name = nameOf(node);
    if (name === "schemas")
      return [
        mapOfSchemas(
          [...schemas.keys()].filter((one) => names.has(one)),
          maps,
        ),
      ];
    return (schemas.has(name) ? names.has(name) : isVersion || isHelper(node)) ? [node] : [];
  });
  const used = new Set(kept.flatMap((node) => [...namesIn(node)]));
  const imports = wider.map((module, index) =>
    importFrom(
      module.name,
      [...module.names].filter((name) => used.has(name)),
      maps[index] ?? "",
    ),
  );
  const exports = isVersion ? wider.map(({ name }) => exportAll(name)) : [];
  return [...imports, ...exports, ...kept.filter((node) => !isHelper(node) || used.has(nameOf(node)))];
}

function nameOf(node: ts.Node): string {
  const isDeclaration = ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node);
  return isDeclaration ? node.name.text : "";
}

/** What openapi-typescript declares for its own use: `WithRequired`. */
function isHelper(node: ts.Node): boolean {
  return ts.isTypeAliasDeclaration(node) && !node.modifiers;
}

/** `import type { Page, schemas as schemas1 } from "./shared-….ts";` */
function importFrom(module: string, names: string[], map: string): ts.Node {
  const { factory } = ts;
  const specifiers = names.map((name) =>
    factory.createImportSpecifier(false, undefined, factory.createIdentifier(name)),
  );
  const ofMap = factory.createImportSpecifier(
    false,
    factory.createIdentifier("schemas"),
    factory.createIdentifier(map),
  );
  const bindings = factory.createNamedImports([...specifiers, ofMap]);
  const clause = factory.createImportClause(ts.SyntaxKind.TypeKeyword, undefined, bindings);
  return factory.createImportDeclaration(undefined, clause, fileOf(module));
}

/** `export type * from "./shared-….ts";` */
function exportAll(module: string): ts.Node {
  return ts.factory.createExportDeclaration(undefined, true, undefined, fileOf(module));
}

function fileOf(module: string): ts.StringLiteral {
  return ts.factory.createStringLiteral(`./${module}.ts`);
}
