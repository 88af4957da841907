import type { Type } from "@notional/formula";
import type { Read, StoredProperty } from "../../../store/documents.ts";
import { relationOf } from "../schema/relations.ts";
import type { RollupConfig } from "../schema/rollups.ts";
import { below, type Depth, SURFACE } from "./depth.ts";
import type { Sources } from "./sources.ts";

/** On how many ways through relations a property may read. Each is looked up on its own. */
const MOST_WAYS = 100;
/** Relations one after the other. Each may lead to 25 pages. */
const LONGEST_WAY = 15;

/** Where something is read, and on how many formulas and rollups it stands already. */
interface Place {
  source: string;
  via: readonly string[];
  depth: Depth;
}

/** What a formula or a rollup reads, and whether it may change without a change of what it reads. */
export interface Reading {
  reads: Read[];
  isVolatile: boolean;
}

/** Follows a formula or a rollup through all that it rests on. */
export function readingOf(property: StoredProperty, source: string, sources: Sources): Reading {
  const reader = new Reader(sources);
  reader.computed(property, { source, via: [], depth: SURFACE });
  return { reads: reader.reads(), isVolatile: reader.isVolatile };
}

class Reader {
  readonly #sources: Sources;
  readonly #ways = new Map<string, Omit<Place, "depth"> & { properties: Set<string> }>();
  isVolatile = false;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  reads(): Read[] {
    return [...this.#ways.values()]
      .map(({ source, via, properties }) => ({ via: [...via], source, properties: [...properties] }))
      .sort((one, other) => one.via.length - other.via.length);
  }

  /** What a formula or a rollup at some place reads. */
  computed(property: StoredProperty, place: Place): void {
    const depth = below(property, place.depth);
    if (!depth) return;
    if (property.type === "rollup") {
      const { relation_property_id, rollup_property_id } = property.config as unknown as RollupConfig;
      this.#follow([relation_property_id, rollup_property_id], { ...place, depth });
      return;
    }
    const formula = this.#sources.formula(place.source, property);
    if (!formula) return;
    this.isVolatile ||= formula.volatile;
    for (const path of formula.dependencies) this.#follow(path, { ...place, depth });
  }

  #follow(path: readonly string[], from: Place): void {
    const [propertyId, ...rest] = path;
    const property = propertyId === undefined ? undefined : this.#read(propertyId, from);
    if (!property) return;
    for (const next of this.#pagesOf(property, from)) {
      if (rest.length > 0) this.#follow(rest, next);
    }
  }

  /** Notes that a property is read. */
  #read(propertyId: string, place: Place): StoredProperty | undefined {
    const property = this.#sources.property(place.source, propertyId);
    if (!property) return undefined;
    const key = place.via.join(" ");
    const way = this.#ways.get(key) ?? { ...place, properties: new Set() };
    const isNew = !way.properties.has(propertyId);
    if (!this.#ways.has(key) && this.#ways.size >= MOST_WAYS) return undefined;
    this.#ways.set(key, way);
    way.properties.add(propertyId);
    if (!isNew) return property;
    // Every edit of the content of a page changes these.
    if (property.type === "last_edited_time" || property.type === "last_edited_by") this.isVolatile = true;
    if (property.type === "formula" || property.type === "rollup") this.computed(property, place);
    // As text, a page is its title.
    for (const page of this.#pagesOf(property, place)) this.#read("title", page);
    return property;
  }

  /** Where the pages are that a property gives. */
  #pagesOf(property: StoredProperty, { source, via, depth }: Place): Place[] {
    switch (property.type) {
      case "relation": {
        if (via.length >= LONGEST_WAY) return [];
        return [{ source: relationOf(property).data_source_id, via: [...via, property.id], depth }];
      }
      case "rollup": {
        const { relation_property_id, rollup_property_id } = property.config as unknown as RollupConfig;
        return this.#walk([relation_property_id, rollup_property_id], { source, via, depth });
      }
      case "formula": {
        const formula = this.#sources.formula(source, property);
        const ways = formula ? waysOf(formula.type) : [];
        return ways.flatMap((way) => this.#walk(way, { source, via, depth }));
      }
      default:
        return [];
    }
  }

  #walk(path: readonly string[], from: Place): Place[] {
    const [propertyId, ...rest] = path;
    if (propertyId === undefined) return [from];
    const property = this.#sources.property(from.source, propertyId);
    return property ? this.#pagesOf(property, from).flatMap((page) => this.#walk(rest, page)) : [];
  }
}

/** The ways to the pages that a type speaks of. */
function waysOf(type: Type): string[][] {
  switch (type.kind) {
    case "page":
      return type.via;
    case "list":
      return waysOf(type.of);
    case "either":
      return type.types.flatMap(waysOf);
    default:
      return [];
  }
}
