import type { Call } from "./calls.ts";
import { comment } from "./comment.ts";
import { type Group, groupsOf } from "./groups.ts";

/**
 * The types of what a client of one version can do.
 *
 * @param calls of that version
 * @param version the `Notion-Version`
 * @param header the first lines
 */
export function methodsModule(calls: Call[], version: string, header: string): string {
  const schemas = calls.flatMap(({ body, answers }) => (body ? [body.schema, ...answers] : answers));
  const imports = ["operations", ...new Set(schemas)].sort();
  const isAnyList = calls.some(({ isList }) => isList);
  return `${header}import type { ${imports.join(", ")} } from "@notional/openapi-types/${version}";
${isAnyList ? 'import type { List } from "../list.ts";\n' : ""}import type { MethodOptions } from "../operation.ts";

${calls.map(parameters).join("\n")}
${interfaces(groupsOf(calls), "Methods", []).join("\n\n")}

/** The same by operationId. */
export interface Calls {
${calls.map(({ id, place }) => `  ${id}: Methods${place.map((word) => `["${word}"]`).join("")};`).join("\n")}
}
`;
}

/** All that an operation takes, in one object. */
function parameters({ id, path, query, body, place }: Call): string {
  const of = `operations["${id}"]["parameters"]`;
  const parts = [
    ...(path.includes("{") ? [`${of}["path"]`] : []),
    ...(query.length > 0 ? [`(${of}["query"] & {})`] : []),
    ...(body ? [bodyType(body)] : []),
  ];
  return `${comment([`What \`${place.join(".")}\` takes.`], "")}
export type ${nameOfParameters(id)} = ${parts.join(" & ") || "Record<never, never>"};
`;
}

function bodyType({ schema, files }: NonNullable<Call["body"]>): string {
  if (files.length === 0) return schema;
  const names = files.map((name) => JSON.stringify(name)).join(" | ");
  return `Omit<${schema}, ${names}> & { ${files.map((name) => `${name}: Blob`).join("; ")} }`;
}

function nameOfParameters(id: string): string {
  return `${capitalize(id)}Parameters`;
}

function capitalize(word: string): string {
  return `${word[0]?.toUpperCase()}${word.slice(1)}`;
}

/**
 * A group and the groups in it, each by a name of its own, which is what editors and compilers say.
 *
 * @param words those that lead to the group
 */
function interfaces(members: Group, name: string, words: string[]): string[] {
  const inner: string[] = [];
  const entries = [...members].map(([word, member]) => {
    if (!(member instanceof Map)) return method(word, member, "  ");
    const place = [...words, word];
    const type = `${place.map(capitalize).join("")}Methods`;
    inner.push(...interfaces(member, type, place));
    return `  ${word}: ${type};`;
  });
  const text = words.length > 0 ? `What is in \`${words.join(".")}\`.` : "The operations, grouped.";
  return [[comment([text], ""), `export interface ${name} {`, ...entries, "}"].join("\n"), ...inner];
}

function method(name: string, call: Call, indent: string): string {
  const { id, answers, isList, isBare, summary, description } = call;
  const data = answers.join(" | ") || "undefined";
  const answer = isList ? `List<${data}>` : `Promise<${data}>`;
  const text = comment(
    [`${summary}.`, description, `\`${call.method} ${call.path}\``, "@throws {NotionError} when it fails"],
    indent,
  );
  return `${text}
${indent}${name}(parameters${isBare ? "?" : ""}: ${nameOfParameters(id)}, options?: MethodOptions): ${answer};`;
}
