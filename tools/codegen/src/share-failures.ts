import ts from "typescript";

/**
 * Declares once what many operations fail with: `responses: { 200: … } & failures1`. Nearly all fail with the same eleven
 * responses, which would be a third of what a compiler reads of the operations.
 *
 * @param nodes of a version
 */
export function shareFailures(nodes: ts.Node[]): ts.Node[] {
  const failures = new Map<string, ts.InterfaceDeclaration>();
  const transformer: ts.TransformerFactory<ts.Node> = (context) => {
    const visit = (node: ts.Node): ts.Node =>
      isResponses(node) ? withShared(node, failures) : ts.visitEachChild(node, visit, context);
    return visit;
  };
  return nodes.flatMap((node) => {
    if (!ts.isInterfaceDeclaration(node) || node.name.text !== "operations") return [node];
    const operations = ts.transform(node, [transformer]).transformed;
    return [...failures.values(), ...operations];
  });
}

type Responses = ts.PropertySignature & { type: ts.TypeLiteralNode };

function isResponses(node: ts.Node): node is Responses {
  if (!ts.isPropertySignature(node) || !ts.isIdentifier(node.name)) return false;
  return node.name.text === "responses" && node.type !== undefined && ts.isTypeLiteralNode(node.type);
}

function withShared(node: Responses, failures: Map<string, ts.InterfaceDeclaration>): ts.Node {
  const shared = node.type.members.filter(isFailure);
  if (shared.length === 0) return node;
  const own = node.type.members.filter((member) => !isFailure(member));
  const key = shared.map(textOf).join();
  const declaration = failures.get(key) ?? declare(`failures${failures.size + 1}`, shared);
  failures.set(key, declaration);
  const type = ts.factory.createIntersectionTypeNode([
    ts.factory.createTypeLiteralNode(own),
    ts.factory.createTypeReferenceNode(declaration.name.text),
  ]);
  return ts.factory.updatePropertySignature(node, node.modifiers, node.name, node.questionToken, type);
}

/** Whether a response is one that operations share by its name: 4… and 5… are, by a rule of the house. */
function isFailure(member: ts.TypeElement): member is ts.PropertySignature {
  if (!ts.isPropertySignature(member) || !ts.isNumericLiteral(member.name)) return false;
  return (
    /^[45]/.test(member.name.text) && member.type !== undefined && ts.isIndexedAccessTypeNode(member.type)
  );
}

/** `404: components["responses"]["NotFound"]` */
function textOf(member: ts.TypeElement): string {
  const file = ts.createSourceFile("", "", ts.ScriptTarget.Latest);
  return ts.createPrinter({ removeComments: true }).printNode(ts.EmitHint.Unspecified, member, file);
}

function declare(name: string, members: ts.PropertySignature[]): ts.InterfaceDeclaration {
  const declaration = ts.factory.createInterfaceDeclaration(undefined, name, undefined, undefined, members);
  const comment = "* What operations fail with. ";
  return ts.addSyntheticLeadingComment(declaration, ts.SyntaxKind.MultiLineCommentTrivia, comment, true);
}
