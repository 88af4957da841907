import {
  evaluate,
  type Formula,
  type Row,
  readProperty,
  type Value,
  writeFormulaValue,
} from "@notional/formula";
import type { Schema } from "@notional/openapi-types";
import type { Context } from "../../../context.ts";
import type { PageDocument, StoredProperty, StoredRichText } from "../../../store/documents.ts";
import { renderRichText } from "../../rich-text/render.ts";
import { plainText, titleOf } from "../../titles.ts";
import { relationOf } from "../schema/relations.ts";
import type { RollupConfig } from "../schema/rollups.ts";
import { MAX_REFERENCES, renderValue } from "../values/render.ts";
import { below, type Depth, SURFACE } from "./depth.ts";
import { rollUp } from "./functions.ts";
import type { Loaded, LoadedRow } from "./load.ts";
import type { Sources } from "./sources.ts";

type PropertyValue = Schema<"PropertyValue">;

/** What texts are: with what mentions are called, as answers show them, or without, as filters look at them. */
export type Texts = "rendered" | "stored";

/** The values of formulas and rollups over rows that were loaded. Each is found when it is asked for, and once. */
export class Evaluation {
  readonly #sources: Sources;
  readonly #loaded: Loaded;
  readonly #texts: Texts;
  readonly #limit: number;
  readonly #context: Context;
  readonly #values = new Map<string, Value>();
  readonly #pages = new Map<string, Row>();

  /** @param limit How many pages of each relation count. */
  constructor(sources: Sources, loaded: Loaded, texts: Texts, limit: number, context: Context) {
    this.#sources = sources;
    this.#loaded = loaded;
    this.#texts = texts;
    this.#limit = limit;
    this.#context = context;
  }

  /** The value of a formula or a rollup as pages have it. */
  computed(
    pageId: string,
    property: StoredProperty,
  ): Schema<"RollupPropertyValue"> | Schema<"FormulaPropertyValue"> {
    const row = this.#loaded.rows.get(pageId) as LoadedRow;
    return property.type === "rollup"
      ? this.#rollup(row, property, SURFACE)
      : this.#formula(row, property, SURFACE);
  }

  #formula(row: LoadedRow, property: StoredProperty, depth: Depth): Schema<"FormulaPropertyValue"> {
    const formula = this.#sources.formula(row.source, property);
    const value = this.#value(row, property, depth);
    // Recorded: a formula that makes no sense is an empty text.
    const written = formula ? writeFormulaValue(value, formula.type) : { type: "string", string: null };
    return {
      id: encodeURIComponent(property.id),
      type: "formula",
      formula: written,
    } as Schema<"FormulaPropertyValue">;
  }

  #rollup(row: LoadedRow, property: StoredProperty, depth: Depth): Schema<"RollupPropertyValue"> {
    const { function: name } = property.config as unknown as RollupConfig;
    const values = this.#rolledUp(row, property, depth);
    return {
      id: encodeURIComponent(property.id),
      type: "rollup",
      rollup: values ? rollUp(name, values) : { type: "unsupported", unsupported: {}, function: name },
    };
  }

  /** The values of related pages; nothing when one of them is not known. */
  #rolledUp(row: LoadedRow, rollup: StoredProperty, depth: Depth): PropertyValue[] | undefined {
    const { relation_property_id, rollup_property_id } = rollup.config as unknown as RollupConfig;
    const inner = below(rollup, depth);
    const values: PropertyValue[] = [];
    for (const id of (row.related.get(relation_property_id) ?? []).slice(0, this.#limit)) {
      const target = this.#loaded.rows.get(id);
      const property = target && this.#sources.property(target.source, rollup_property_id);
      const value = inner && property && this.#shown(target, property, inner);
      if (!value) return undefined;
      values.push(value);
    }
    return values;
  }

  /** A value as pages have it; nothing of what has none. */
  #shown(row: LoadedRow, property: StoredProperty, depth: Depth): PropertyValue | undefined {
    switch (property.type) {
      case "formula":
        return below(property, depth) && this.#formula(row, property, depth);
      case "rollup":
        return below(property, depth) && this.#rollup(row, property, depth);
      case "relation":
        if (!this.#loaded.open.has(relationOf(property).data_source_id)) return undefined;
        return renderValue(property, this.#valuesOf(row), MAX_REFERENCES);
      default:
        return renderValue(property, this.#valuesOf(row), MAX_REFERENCES);
    }
  }

  #value(row: LoadedRow, property: StoredProperty, depth: Depth): Value {
    const key = `${row.node.id} ${property.id} ${depth.formulas} ${depth.rollups}`;
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    const value = this.#find(row, property, depth);
    this.#values.set(key, value);
    return value;
  }

  #find(row: LoadedRow, property: StoredProperty, depth: Depth): Value {
    switch (property.type) {
      case "formula": {
        const formula = this.#sources.formula(row.source, property);
        const inner = below(property, depth);
        return formula && inner ? this.#evaluate(formula, row, inner) : null;
      }
      case "rollup":
        return this.#rollupValue(row, property, depth);
      case "relation": {
        const { data_source_id } = relationOf(property);
        const pages = (row.related.get(property.id) ?? []).slice(0, this.#limit);
        return pages.flatMap((id) => {
          const page = this.#loaded.rows.get(id);
          return page?.source === data_source_id ? [this.#page(page, depth)] : [];
        });
      }
      case "title":
      case "rich_text":
        return this.#text(textOf(row.document, property)) || null;
      default: {
        const value = renderValue(property, this.#valuesOf(row));
        return value ? readProperty(value as never, { page: () => undefined }) : null;
      }
    }
  }

  #evaluate(formula: Formula, row: LoadedRow, depth: Depth): Value {
    return evaluate(formula, this.#page(row, depth), { now: Date.parse(this.#context.now) });
  }

  #rollupValue(row: LoadedRow, property: StoredProperty, depth: Depth): Value {
    const { function: name, rollup_property_id } = property.config as unknown as RollupConfig;
    const inner = below(property, depth);
    const values = this.#rolledUp(row, property, depth);
    if (!values || !inner) return null;
    if (name !== "show_original" && name !== "show_unique") {
      const rollup = rollUp(name, values);
      return readProperty({ type: "rollup", rollup } as never, { page: () => undefined });
    }
    // Formulas see more in a value than answers show of it: a list is one text there.
    return this.#targets(row, property).flatMap((target) => {
      const rolledUp = this.#sources.property(target.source, rollup_property_id);
      return rolledUp ? this.#value(target, rolledUp, inner) : [];
    });
  }

  #targets(row: LoadedRow, { config }: StoredProperty): LoadedRow[] {
    const { relation_property_id } = config as unknown as RollupConfig;
    const ids = (row.related.get(relation_property_id) ?? []).slice(0, this.#limit);
    return ids.flatMap((id) => this.#loaded.rows.get(id) ?? []);
  }

  /** A row as formulas see it. */
  #page(row: LoadedRow, depth: Depth): Row {
    const key = `${row.node.id} ${depth.formulas} ${depth.rollups}`;
    const known = this.#pages.get(key);
    if (known) return known;
    const title = () => this.#text(titleOf(row.document));
    const page: Row = {
      kind: "page",
      id: row.node.id,
      get title() {
        return title();
      },
      get: (propertyId) => {
        const property = this.#sources.property(row.source, propertyId);
        return property ? this.#value(row, property, depth) : null;
      },
    };
    this.#pages.set(key, page);
    return page;
  }

  #text(items: readonly StoredRichText[]): string {
    if (this.#texts === "stored") return plainText(items);
    const rendered = renderRichText(items, this.#loaded.references, this.#context);
    return rendered.map(({ plain_text }) => plain_text).join("");
  }

  #valuesOf(row: LoadedRow) {
    const { references } = this.#loaded;
    return { ...row, computed: new Map(), references, context: this.#context };
  }
}

function textOf({ properties }: PageDocument, { id }: StoredProperty): readonly StoredRichText[] {
  const value = properties[id];
  if (value?.type === "title") return value.title;
  return value?.type === "rich_text" ? value.rich_text : [];
}
