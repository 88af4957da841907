import type { ComputedProperty, DataSourceDocument } from "../../../store/documents.ts";
import { findNodes } from "../../../store/nodes.ts";
import { describeComputed } from "../computed/describe.ts";
import { withSources } from "../computed/sources.ts";
import { type EditedSource, otherSource, type SchemaEdit } from "./edit.ts";

/** By data source, the ids of formulas and rollups whose kept results are not right any more. */
export type Outdated = Map<string, Set<string>>;

/**
 * Says again of all formulas and rollups that rest on the changed schemas what follows from these. Data sources that
 * read the changed ones, and those that are read, take part in the change.
 */
export async function describeSources(edit: SchemaEdit): Promise<Outdated> {
  const changes = new Map([...edit.sources].map(([id, source]) => [id, changedProperties(source)]));
  const outdated: Outdated = new Map();
  for (const id of await concerned(edit)) {
    const source = edit.sources.get(id);
    if (!source) continue;
    const changed = changes.get(id);
    const before = source.document.computed;
    const after = await describe(id, source, edit, (propertyId) => changed?.has(propertyId) ?? false);
    if (after) source.document.computed = after;
    else delete source.document.computed;
    await noteReaders(id, before, after, edit);
    const wrong = Object.entries(after ?? {}).filter(
      ([propertyId, now]) => now.isKept && isOutdated(propertyId, now, before?.[propertyId], id, changes),
    );
    if (wrong.length > 0) outdated.set(id, new Set(wrong.map(([propertyId]) => propertyId)));
  }
  return outdated;
}

/** Properties that are new, gone, or set up otherwise. A new name changes no value. */
function changedProperties({ node, document }: EditedSource): Set<string> {
  const setUps = ({ properties }: DataSourceDocument): Map<string, string> =>
    new Map(properties.map(({ id, type, config }) => [id, JSON.stringify([type, config])]));
  const before = setUps(JSON.parse(node.document) as DataSourceDocument);
  const after = setUps(document);
  const ids = [...before.keys(), ...after.keys()];
  return new Set(ids.filter((id) => before.get(id) !== after.get(id)));
}

/** The changed data sources, those that read them, and those that read these. */
async function concerned(edit: SchemaEdit): Promise<Set<string>> {
  const found = new Set(edit.sources.keys());
  for (const id of found) {
    const source = await otherSource(edit, id);
    // A set is walked over what is added meanwhile, too.
    for (const reader of source?.document.readBy ?? []) found.add(reader);
  }
  return found;
}

async function describe(
  id: string,
  { document }: EditedSource,
  { context, sources }: SchemaEdit,
  isChanged: (propertyId: string) => boolean,
) {
  const known = new Map([...sources].map(([each, source]) => [each, source.document]));
  const { db, connection } = context;
  return await withSources(
    known,
    (read) => describeComputed(id, document, read, isChanged),
    async (ids) => {
      const nodes = await findNodes(db, connection.workspaceId, ids);
      return new Map(
        [...nodes].map(([each, node]) => [each, JSON.parse(node.document) as DataSourceDocument]),
      );
    },
  );
}

type Computed = DataSourceDocument["computed"];

/** Notes at data sources that rows of theirs are read, or are not any more. */
async function noteReaders(id: string, before: Computed, after: Computed, edit: SchemaEdit): Promise<void> {
  const now = readSources(after);
  for (const other of new Set([...readSources(before), ...now])) {
    const source = await otherSource(edit, other);
    if (!source) continue;
    const { readBy = [] } = source.document;
    if (readBy.includes(id) === now.has(other)) continue;
    source.document.readBy = now.has(other) ? [...readBy, id] : readBy.filter((reader) => reader !== id);
    if (source.document.readBy.length === 0) delete source.document.readBy;
  }
}

/** The data sources of the rows that are read through relations. */
const readSources = (computed: Computed = {}): Set<string> =>
  new Set(
    Object.values(computed).flatMap(({ reads }) =>
      reads.filter(({ via }) => via.length > 0).map(({ source }) => source),
    ),
  );

function isOutdated(
  propertyId: string,
  now: ComputedProperty,
  before: ComputedProperty | undefined,
  id: string,
  changes: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  if (changes.get(id)?.has(propertyId)) return true;
  if (JSON.stringify(now) !== JSON.stringify(before)) return true;
  return now.reads.some(({ source, properties }) =>
    properties.some((property) => changes.get(source)?.has(property)),
  );
}
