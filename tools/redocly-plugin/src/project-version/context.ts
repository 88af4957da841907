import type { Json, JsonObject } from "../json.ts";
import { existsIn } from "./annotations.ts";
import { chain, componentOf } from "./references.ts";
import type { Kind } from "./shapes.ts";

/** The document has nothing valid to say in this version, at this place. */
export class ProjectionError extends Error {
  readonly pointer: string;
  /** The node of the document at fault. */
  readonly node: JsonObject;

  constructor(message: string, pointer: string, node: JsonObject) {
    super(`${pointer}: ${message}`);
    this.name = "ProjectionError";
    this.pointer = pointer;
    this.node = node;
  }
}

/** What one projection knows while it runs. */
export class Context {
  readonly document: JsonObject;
  readonly version: string;
  /** From each node of the projection to the node of the document that it was made from. */
  readonly origins: WeakMap<object, object>;
  /** Components in the order in which something first needed them: `schemas/Page`. */
  readonly reached = new Set<string>();
  /** The schemas under which an example component is shown: `examples/GetPageResponse`. */
  readonly exampleSchemas = new Map<string, Set<Json>>();

  constructor(document: JsonObject, version: string, origins: WeakMap<object, object>) {
    this.document = document;
    this.version = version;
    this.origins = origins;
  }

  exists = (node: Json | undefined): boolean => existsIn(this.version, node);

  /** An example may also carry the annotation itself, where several operations show it. */
  admits(node: Json, kind: Kind): boolean {
    return kind === "example" ? chain(this.document, node).every(this.exists) : this.exists(node);
  }

  reach(ref: string): void {
    const component = componentOf(ref);
    if (component) this.reached.add(`${component.section}/${component.name}`);
  }

  showExample(ref: string, schema: Json): void {
    const component = componentOf(ref);
    if (!component) return;
    const key = `${component.section}/${component.name}`;
    const schemas = this.exampleSchemas.get(key) ?? new Set();
    this.exampleSchemas.set(key, schemas.add(schema));
  }
}
