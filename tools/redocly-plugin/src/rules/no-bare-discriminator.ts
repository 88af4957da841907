import type { Json, JsonObject } from "../json.ts";
import { isObject, isReference, objects } from "../json.ts";
import type { Location, Rule, UserContext } from "../visitor.ts";
import { resolveChain, resolveNode } from "./resolution.ts";

/** A finding, and the path from the union to its place. */
interface Finding {
  message: string;
  path: (string | number)[];
}

/**
 * A discriminator has a mapping that leads from every tag to the member that has it. Without one, a
 * generator takes the schema's name for the tag (`ParagraphBlock` instead of `paragraph`).
 */
export const noBareDiscriminator: Rule = () => ({
  Schema(schema, context) {
    for (const { message, path } of check(schema, context)) {
      context.report({ message, location: context.location.child(path) });
    }
  },
});

function* check(union: JsonObject, context: UserContext): Generator<Finding> {
  const { discriminator } = union;
  if (!isObject(discriminator)) return;
  const { mapping } = discriminator;
  if (!isObject(mapping)) {
    const message = "Add a `mapping` with the tag of every member to this discriminator.";
    yield { message, path: ["discriminator"] };
    return;
  }
  const tag = String(discriminator.propertyName);
  const keyword = Array.isArray(union.oneOf) ? "oneOf" : "anyOf";
  const members = objects(union[keyword]);
  const targets = new Map(Object.entries(mapping).map(([name, ref]) => [name, targetOf(ref, context)]));

  // A reference that leads nowhere is told by `no-unresolved-refs`.
  for (const [name, target] of targets) {
    if (!target || members.some((member) => nodeOf(member, context) === target)) continue;
    const message = `Take \`${name}\` out of the mapping, or add its schema to the union: it is not a member.`;
    yield { message, path: ["discriminator", "mapping", name] };
  }
  for (const [index, member] of members.entries()) {
    if (!nodeOf(member, context)) continue;
    const names = [...targets]
      .filter(([, target]) => target === nodeOf(member, context))
      .map(([name]) => name);
    for (const message of checkMember(member, names, tag, context)) yield { message, path: [keyword, index] };
  }
}

function* checkMember(member: JsonObject, names: string[], tag: string, context: UserContext) {
  if (!isReference(member)) {
    yield "Give this member a file and refer to it: a mapping leads to named schemas only.";
    return;
  }
  const tags = tagsOf(member, tag, context.location, context);
  if (tags.size === 0) {
    yield `Make \`${tag}\` a \`const\` in this member, as the discriminator needs it.`;
    return;
  }
  for (const value of tags) {
    if (!names.includes(value)) yield `Add \`${value}\` to the mapping: it is the tag of this member.`;
  }
  for (const name of names) {
    if (!tags.has(name)) {
      yield `Correct \`${name}\` in the mapping: the \`${tag}\` of this member is ${[...tags].join(", ")}.`;
    }
  }
}

function targetOf(ref: Json, context: UserContext): JsonObject | undefined {
  return typeof ref === "string" ? nodeOf({ $ref: ref }, context) : undefined;
}

function nodeOf(schema: Json, context: UserContext): JsonObject | undefined {
  return resolveNode(schema, context.location, context)?.node;
}

/** The constants that a property can be in a schema; a member that is a union has those of its members. */
function tagsOf(
  schema: Json | undefined,
  tag: string,
  from: Location,
  context: UserContext,
  seen = new Set<Json>(),
): Set<string> {
  const tags = new Set<string>();
  for (const { node, location } of resolveChain(schema, from, context)) {
    if (seen.has(node)) continue;
    seen.add(node);
    const property = isObject(node.properties) ? node.properties[tag] : undefined;
    for (const { node: value } of resolveChain(property, location, context)) {
      if (typeof value.const === "string") tags.add(value.const);
    }
    for (const part of [node.allOf, node.oneOf, node.anyOf].flatMap(objects)) {
      for (const value of tagsOf(part, tag, location, context, seen)) tags.add(value);
    }
  }
  return tags;
}
