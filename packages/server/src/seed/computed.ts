import { print } from "@notional/formula";
import { capabilities } from "../auth/connection.ts";
import type { Context } from "../context.ts";
import { AnswerCache } from "../operations/answer-cache.ts";
import { RowChanges } from "../operations/properties/computed/changes.ts";
import { describeComputed } from "../operations/properties/computed/describe.ts";
import { keepAll } from "../operations/properties/computed/results.ts";
import { Sources } from "../operations/properties/computed/sources.ts";
import { defaultSettings } from "../settings.ts";
import type { DataSourceDocument } from "../store/documents.ts";
import { assignSlots } from "../store/rows.ts";
import type { Belonging } from "./objects.ts";
import type { Seeding } from "./users.ts";

type DataSources = ReadonlyMap<string, DataSourceDocument>;

/**
 * Gives data sources what follows from their formulas and rollups. Formulas are kept as the API keeps them; those
 * that make no sense stay as they are, because the app has such formulas too (recorded).
 */
export function describeSeeded(dataSources: DataSources, workspaceId: string): void {
  const sources = new Sources(dataSources);
  for (const [id, document] of dataSources) {
    const computed = describeComputed(id, document, sources, () => true);
    if (!computed) continue;
    document.computed = computed;
    for (const { via, source } of Object.values(computed).flatMap(({ reads }) => reads)) {
      const read = dataSources.get(source);
      if (read && via.length > 0) read.readBy = [...new Set(read.readBy).add(id)];
    }
  }
  for (const [id, document] of dataSources) {
    for (const property of document.properties) {
      const formula = property.type === "formula" ? sources.formula(id, property) : undefined;
      if (formula) property.config = { expression: print(formula.expression, { space: workspaceId }) };
    }
    document.slots = assignSlots(document.properties, {}, document.computed);
  }
}

/** Writes what formulas and rollups come to for all rows. */
export async function keepSeededResults(
  dataSources: DataSources,
  { workspaceId, author }: Belonging,
  { db, ids, now }: Seeding,
): Promise<void> {
  const context: Context = {
    db,
    ids,
    now,
    connection: {
      id: author,
      workspaceId,
      name: "",
      type: "internal",
      ownerId: null,
      capabilities: new Set(capabilities),
      contentAccess: "all",
    },
    clock: { now: () => new Date(now) },
    settings: defaultSettings,
    answers: new AnswerCache(),
    changes: new RowChanges(),
  };
  const toKeep = [...dataSources].map(([id, document]) => {
    const kept = Object.entries(document.computed ?? {}).filter(([, { isKept }]) => isKept);
    return { source: { id, document }, propertyIds: new Set(kept.map(([propertyId]) => propertyId)) };
  });
  await keepAll(toKeep, context);
}
