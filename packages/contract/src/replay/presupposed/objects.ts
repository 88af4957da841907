import type { SeedObject } from "@notional/server";
import type { Exchange } from "../../recordings/read.ts";
import { dataSourcesIn } from "./data-sources.ts";
import { discussionsIn, templatesIn } from "./other-lists.ts";
import { recencyOfChange, recencyOfMaking } from "./recency.ts";
import { schemasOf } from "./schemas.ts";
import { inPlace, shownObject } from "./shown-objects.ts";
import type { Sighted } from "./sightings.ts";
import { stubsOf } from "./stubs.ts";
import { hiddenChild, namedObject, unseenDatabase, unseenDataSource } from "./unseen-objects.ts";

/** Everything of the workspace that was there before: what answers show, and what they imply. */
export function objectsOf(exchanges: readonly Exchange[], sighted: Sighted): SeedObject[] {
  const { before } = sighted;
  const stubs = stubsOf(exchanges, sighted);
  const sources = dataSourcesIn(sighted, stubs);
  const schemas = schemasOf(sighted, sources.keys());
  const recency = { making: recencyOfMaking(exchanges), change: recencyOfChange(exchanges) };
  const databases = new Set([...sources.values()].map(({ databaseId }) => databaseId));
  return [
    ...[...stubs.values()].flatMap((stub) => namedObject(stub, databases)),
    // Before what is shown: a list that shows what is behind a place would show them.
    ...[...before.values()].flatMap((sighting) => hiddenChild(sighting, sighted)),
    ...[...sources].flatMap(([id, source]) => unseenDatabase(id, source, sighted, stubs)),
    ...inPlace([...before.values()], recency.making).map((sighting) =>
      shownObject(sighting, sighted, schemas, recency),
    ),
    ...[...sources].flatMap(([id, source]) => unseenDataSource(id, source, sighted, schemas)),
    ...templatesIn(exchanges, sighted),
    ...discussionsIn(exchanges, sighted),
  ];
}
