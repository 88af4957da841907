import ts from "typescript";

/** What else a module declares or uses by name, and what `@notional/openapi-types` exports beside the schemas. */
const TAKEN = new Set(
  (
    "paths webhooks components schemas operations $defs Record Omit WithRequired NotionVersion LatestVersion Versions " +
    "Paths Operations OperationId Schemas Schema SchemaName RequestBody Response " +
    "Webhooks WebhookName Webhook WebhookEvent"
  ).split(" "),
);

/**
 * Declares each schema under its own name, and refers to it by that name.
 *
 * openapi-typescript nests all schemas in `components`, so that none has a name: an editor then shows a page as
 * all its fields, and an error message repeats them. `components["schemas"]["Page"]` still works and is `Page`; what
 * leads there is an interface, `schemas`.
 *
 * @throws {Error} when a schema has a name that the module needs
 */
export function hoistSchemas(nodes: ts.Node[]): ts.Node[] {
  const hoisted = nodes.flatMap((node) => {
    if (!ts.isInterfaceDeclaration(node) || node.name.text !== "components") return [node];
    const declarations: ts.Node[] = [];
    const members = node.members.map((member) => {
      const schemas = schemasOf(member);
      if (!schemas) return member;
      const hoisted = schemas.members.map(declare);
      declarations.push(...hoisted, mapOfSchemas(hoisted.map(({ name }) => name.text)));
      return property("schemas", ts.factory.createTypeReferenceNode("schemas"));
    });
    const { modifiers, name, typeParameters, heritageClauses } = node;
    return [
      ...declarations,
      ts.factory.updateInterfaceDeclaration(node, modifiers, name, typeParameters, heritageClauses, members),
    ];
  });
  return ts.transform(hoisted, [referByName]).transformed;
}

function schemasOf(member: ts.TypeElement): ts.TypeLiteralNode | undefined {
  if (!ts.isPropertySignature(member) || nameOf(member) !== "schemas") return undefined;
  return member.type && ts.isTypeLiteralNode(member.type) ? member.type : undefined;
}

function declare(schema: ts.TypeElement): ts.TypeAliasDeclaration {
  const name = nameOf(schema);
  if (!ts.isPropertySignature(schema) || !schema.type) throw new Error(`The schema ${name} has no type.`);
  if (TAKEN.has(name))
    throw new Error(`A schema cannot be named ${name}: the types need that name. Rename it.`);
  const exported = [ts.factory.createModifier(ts.SyntaxKind.ExportKeyword)];
  const declaration = ts.factory.createTypeAliasDeclaration(exported, name, undefined, schema.type);
  ts.setSyntheticLeadingComments(declaration, ts.getSyntheticLeadingComments(schema));
  return declaration;
}

/**
 * `export interface schemas { Page: Page }`.
 *
 * @param names of schemas
 * @param extended names of interfaces with more of them
 */
export function mapOfSchemas(names: string[], extended: string[] = []): ts.InterfaceDeclaration {
  const { factory } = ts;
  const heritage = extended.map((name) =>
    factory.createExpressionWithTypeArguments(factory.createIdentifier(name), undefined),
  );
  const declaration = factory.createInterfaceDeclaration(
    [factory.createModifier(ts.SyntaxKind.ExportKeyword)],
    "schemas",
    undefined,
    heritage.length > 0 ? [factory.createHeritageClause(ts.SyntaxKind.ExtendsKeyword, heritage)] : [],
    names.map((name) => property(name, factory.createTypeReferenceNode(name))),
  );
  return ts.addSyntheticLeadingComment(
    declaration,
    ts.SyntaxKind.MultiLineCommentTrivia,
    "* The schemas by name. ",
    true,
  );
}

/** The schemas that were hoisted, by name. */
export function schemasIn(nodes: ts.Node[]): Map<string, ts.TypeAliasDeclaration> {
  const map = nodes.filter(ts.isInterfaceDeclaration).find(({ name }) => name.text === "schemas");
  const names = new Set(map?.members.map(nameOf));
  const declarations = nodes.filter(ts.isTypeAliasDeclaration).filter(({ name }) => names.has(name.text));
  return new Map(declarations.map((declaration) => [declaration.name.text, declaration]));
}

/** `components["schemas"]["Page"]` becomes `Page`. */
const referByName: ts.TransformerFactory<ts.Node> = (context) => {
  const visit = (node: ts.Node): ts.Node => {
    const name = referenced(node);
    return name ? ts.factory.createTypeReferenceNode(name) : ts.visitEachChild(node, visit, context);
  };
  return visit;
};

function referenced(node: ts.Node): string | undefined {
  if (!ts.isIndexedAccessTypeNode(node) || !ts.isIndexedAccessTypeNode(node.objectType)) return undefined;
  const { objectType: root, indexType: section } = node.objectType;
  const isSchemas =
    ts.isTypeReferenceNode(root) && textOf(root.typeName) === "components" && textOf(section) === "schemas";
  return isSchemas ? textOf(node.indexType) : undefined;
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isIdentifier(node)) return node.text;
  return ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal) ? node.literal.text : undefined;
}

function nameOf(member: ts.TypeElement): string {
  const name = member.name;
  return name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : "";
}

function property(name: string, type: ts.TypeNode): ts.PropertySignature {
  return ts.factory.createPropertySignature(undefined, name, undefined, type);
}
