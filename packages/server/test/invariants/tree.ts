import { foldTitle, pageTitle } from "../../src/operations/titles.ts";
import { stemsOf } from "../../src/store/search/words.ts";
import type { Node } from "../../src/store/tables.ts";
import { repeated, type State } from "./state.ts";

/** What is wrong with the tree: parents, numbers of children, places, and what search knows of it. */
export function brokenTree(state: State): string[] {
  const { nodes, comments } = state;
  return [
    ...[...nodes.values()].flatMap((node) => [
      ...brokenParent(node, nodes),
      ...brokenChildren(node, nodes),
      ...brokenTitle(node, state),
    ]),
    ...comments
      .filter(({ parent_id, workspace_id }) => nodes.get(parent_id)?.workspace_id !== workspace_id)
      .map(({ id }) => `comment ${id} is on nothing`),
  ];
}

function brokenParent(node: Node, nodes: State["nodes"]): string[] {
  const { id, parent_id, parent_kind, workspace_id } = node;
  if (parent_id === null) return parent_kind === "workspace" ? [] : [`${id} has no parent`];
  const parent = nodes.get(parent_id);
  if (!parent) return [`${id} is in ${parent_id}, which is not there`];
  if (parent.kind !== parent_kind) return [`${id} says that its parent is a ${parent_kind}`];
  if (parent.workspace_id !== workspace_id) return [`${id} is in another workspace than its parent`];
  const above = new Set<string>();
  for (let at: Node | undefined = node; at; at = nodes.get(at.parent_id ?? "")) {
    if (above.has(at.id)) return [`${id} is within itself`];
    above.add(at.id);
  }
  return [];
}

function brokenChildren({ id, kind, children_count }: Node, nodes: State["nodes"]): string[] {
  const children = [...nodes.values()].filter(({ parent_id }) => parent_id === id);
  const count = children.filter(({ in_trash }) => in_trash === 0).length;
  const positions = children.flatMap(({ position }) => position ?? []);
  const ordered = kind === "page" || kind === "block";
  return [
    // Nobody asks how many rows there are.
    ...(kind !== "data_source" && Number(children_count) !== count
      ? [`${id} counts ${children_count} children and has ${count}`]
      : []),
    ...(ordered && positions.length < children.length ? [`${id} has a child without a place`] : []),
    ...repeated(positions).map((position) => `${id} has several children at ${position}`),
  ];
}

function brokenTitle(node: Node, { nodes, words }: State): string[] {
  if (node.kind !== "page" && node.kind !== "data_source") return [];
  // A data source is searched by the title of its database.
  const titled = node.kind === "page" ? node : nodes.get(node.parent_id ?? "");
  // Columns are UTF-8, which has no lone surrogates; documents have them.
  const title = titled ? foldTitle(pageTitle(titled)).toWellFormed() : "";
  const known = words.filter(({ node_seq }) => Number(node_seq) === Number(node.seq)).map(({ word }) => word);
  const expected = stemsOf(title);
  return [
    ...(node.title === title ? [] : [`${node.id} is searched as ${node.title}, but called ${title}`]),
    ...(known.toSorted().join() === expected.toSorted().join()
      ? []
      : [`${node.id} is found by ${known}, not by ${expected}`]),
  ];
}
