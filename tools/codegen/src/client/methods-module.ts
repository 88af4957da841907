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
/** The operations of Notion-Version ${version}, grouped. */
export interface Methods ${group(groupsOf(calls), "")}

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
    ...(query.length > 0 ? [`NonNullable<${of}["query"]>`] : []),
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
  return `${id[0]?.toUpperCase()}${id.slice(1)}Parameters`;
}

function group(members: Group, indent: string): string {
  const inner = `${indent}  `;
  const entries = [...members].map(([name, member]) =>
    member instanceof Map ? `${inner}${name}: ${group(member, inner)};` : method(name, member, inner),
  );
  return ["{", ...entries, `${indent}}`].join("\n");
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
