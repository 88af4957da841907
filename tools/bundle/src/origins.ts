import type { BaseResolver, Document, Source } from "@redocly/openapi-core";

/** A place in a file of the tree. */
export interface Place {
  source: Source;
  pointer: string;
}

/**
 * Finds where a node of a projection is written. Bundling moves the parsed nodes of the files into one
 * document without copying them, and the projector notes what it copied, so a node's identity leads home.
 */
export class Origins {
  /** From a node of a projection to the node of the bundle that it was made from. */
  readonly copies = new WeakMap<object, object>();
  readonly #resolver: BaseResolver;
  #places: Map<object, Place> | undefined;

  constructor(resolver: BaseResolver) {
    this.#resolver = resolver;
  }

  /** The place of what stands at a pointer (`#/paths/~1v1~1users/get`) of a projection. */
  async find(projection: unknown, pointer: string): Promise<Place | undefined> {
    this.#places ??= await this.#index();
    const segments = pointer
      .replace(/^#?\/?/, "")
      .split("/")
      .filter((segment) => segment !== "");
    let node = projection;
    let place = this.#placeOf(node);
    for (const segment of segments) {
      node = child(node, segment);
      place = this.#placeOf(node) ?? (place && { ...place, pointer: join(place.pointer, segment) });
    }
    return place;
  }

  /** The place of a node of the bundle or of a projection. */
  async placeOf(node: object): Promise<Place | undefined> {
    this.#places ??= await this.#index();
    return this.#placeOf(node);
  }

  #placeOf(node: unknown): Place | undefined {
    if (typeof node !== "object" || node === null) return undefined;
    return this.#places?.get(this.copies.get(node) ?? node);
  }

  /** Only made when there is a problem to show. */
  async #index(): Promise<Map<object, Place>> {
    const loaded = await Promise.allSettled(this.#resolver.cache.values());
    const documents = loaded.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    const places = new Map<object, Place>();
    // The root file comes first in the cache, and last here: bundling made it hold the nodes of the others.
    for (const document of documents.reverse()) {
      if ("parsed" in document) this.#visit((document as Document).parsed, document.source, "#/", places);
    }
    return places;
  }

  #visit(node: unknown, source: Source, pointer: string, places: Map<object, Place>): void {
    if (typeof node !== "object" || node === null || places.has(node)) return;
    places.set(node, { source, pointer });
    for (const [key, value] of Object.entries(node))
      this.#visit(value, source, join(pointer, escapePointer(key)), places);
  }
}

function child(node: unknown, segment: string): unknown {
  if (typeof node !== "object" || node === null) return undefined;
  return (node as Record<string, unknown>)[segment.replaceAll("~1", "/").replaceAll("~0", "~")];
}

function escapePointer(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

function join(pointer: string, segment: string): string {
  return pointer.endsWith("/") ? `${pointer}${segment}` : `${pointer}/${segment}`;
}
