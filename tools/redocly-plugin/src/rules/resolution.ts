import type { Json, JsonObject } from "../json.ts";
import { isObject, isReference } from "../json.ts";
import type { Location, UserContext } from "../visitor.ts";

/** A node, and the file it is written in, from which its own references start. */
export interface Placed {
  node: JsonObject;
  location: Location;
}

/** What a node is, or what its reference leads to. */
export function resolveNode(
  node: Json | undefined,
  from: Location,
  context: UserContext,
): Placed | undefined {
  if (!isReference(node)) return isObject(node) ? { node, location: from } : undefined;
  const { node: target, location } = context.resolve<JsonObject>(node, from.source.absoluteRef);
  return isObject(target) && location ? { node: target, location } : undefined;
}

/** A node and every node that its reference passes through: all of them speak about the value. */
export function resolveChain(node: Json | undefined, from: Location, context: UserContext): Placed[] {
  if (!isReference(node)) return isObject(node) ? [{ node, location: from }] : [];
  const { node: target, location, chain } = context.resolve<JsonObject>(node, from.source.absoluteRef);
  const passed = (chain ?? []).flatMap((hop) => (isObject(hop.node) ? [{ ...hop, node: hop.node }] : []));
  const end = isObject(target) && location ? [{ node: target, location }] : [];
  return [{ node, location: from }, ...passed, ...end];
}

/** Whether a place is the root of a file, or a component of a bundle: a thing with a name. */
export function isComponentRoot({ pointer }: Location): boolean {
  return /^#\/?$/.test(pointer) || /^#\/components\/[^/]+\/[^/]+$/.test(pointer);
}

/** The last two names of a pointer: `properties`, `title`. */
export function lastSegments({ pointer }: Location): [string, string] {
  const segments = pointer.split("/");
  return [segments.at(-2) ?? "", segments.at(-1) ?? ""];
}

export function listOption(value: unknown, otherwise: readonly string[]): readonly string[] {
  return Array.isArray(value) ? value.map(String) : otherwise;
}
