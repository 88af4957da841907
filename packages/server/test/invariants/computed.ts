import { describeComputed } from "../../src/operations/properties/computed/describe.ts";
import { Sources } from "../../src/operations/properties/computed/sources.ts";
import type { State } from "./state.ts";

/** What is wrong with what is known of formulas and rollups: whatever finding it out again would change. */
export function brokenComputed({ sources }: State): string[] {
  const documents = new Map([...sources].map(([id, { document }]) => [id, document]));
  const schemas = new Sources(documents);
  const readers = new Map<string, Set<string>>();
  const broken: string[] = [];
  for (const [id, document] of documents) {
    const known = document.computed ?? {};
    const expected = describeComputed(id, document, schemas, () => false) ?? {};
    for (const propertyId of new Set([...Object.keys(known), ...Object.keys(expected)])) {
      const [one, other] = [known[propertyId], expected[propertyId]].map((each) => JSON.stringify(each));
      if (one !== other) broken.push(`data source ${id}: of ${propertyId} is known ${one}, not ${other}`);
    }
    for (const { via, source } of Object.values(known).flatMap(({ reads }) => reads)) {
      if (via.length > 0) readers.set(source, (readers.get(source) ?? new Set()).add(id));
    }
  }
  for (const [id, { readBy = [] }] of documents) {
    const expected = [...(readers.get(id) ?? [])].toSorted().join(" ");
    const found = readBy.toSorted().join(" ");
    if (found !== expected) broken.push(`data source ${id} is read by ${expected}, not by ${found}`);
  }
  return broken;
}
