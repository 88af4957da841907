import type { Schema } from "@notional/openapi-types";
import { foldTitle, plainText } from "../operations/titles.ts";
import { comparableStart } from "./dates.ts";
import type {
  ComputedProperty,
  DataSourceDocument,
  StoredProperty,
  StoredPropertyType,
  StoredValue,
} from "./documents.ts";
import { NUMBER_SLOTS, TEXT_SLOTS } from "./migrations/0001-tables.ts";

/** The letter that columns of the table `rows` begin with. */
export type SlotKind = "t" | "n";

/** Which types are filtered and sorted by a stored value, and how it compares. */
const kinds: Partial<Record<StoredPropertyType, SlotKind>> = {
  title: "t",
  rich_text: "t",
  url: "t",
  email: "t",
  phone_number: "t",
  select: "t",
  status: "t",
  multi_select: "t",
  date: "t",
  people: "t",
  files: "t",
  verification: "t",
  number: "n",
  unique_id: "n",
  checkbox: "n",
};

/** How stored values of a type compare; nothing of those that do not, or that are not stored. */
export const valueKind = (type: StoredPropertyType): SlotKind | undefined => kinds[type];

/** The same of the results of formulas. */
export const resultKinds: Record<NonNullable<ComputedProperty["result"]>, SlotKind> = {
  string: "t",
  date: "t",
  number: "n",
  boolean: "n",
};

/** How the values of a property compare; nothing of one that has no column. */
export function slotKind(
  { id, type }: StoredProperty,
  computed: DataSourceDocument["computed"],
): SlotKind | undefined {
  if (type !== "formula" && type !== "rollup") return kinds[type];
  const { isKept = false, result = null, rollup } = computed?.[id] ?? {};
  if (!isKept) return undefined;
  return rollup?.kind ?? (result === null ? undefined : resultKinds[result]);
}

/**
 * How many characters of a text a column keeps. Longer ones stand whole in `row_values`; a column that is full
 * says to look there. Indexes of PostgreSQL cannot hold more than 2 700 bytes.
 */
export const KEPT_CHARACTERS = 200;

/** Around each of several values: `\u001f` id `\u001f` id `\u001f`. */
export const SEPARATOR = "\u001f";

/** No moment is later: what never ends. */
const FOREVER = "~";

/**
 * Gives every property that is filtered or sorted by its value a column of the table `rows`. When no column of
 * its kind is left, the slot is `t*` or `n*` and values stand in `row_values`: found as well, but not by an
 * index. The column of a removed property, or of one whose values now compare otherwise, is not given away
 * before `reindexDataSource` has emptied it; until then it stands under `-` and its name.
 *
 * @returns The `slots` of the document.
 */
export function assignSlots(
  properties: readonly StoredProperty[],
  before: DataSourceDocument["slots"],
  computed?: DataSourceDocument["computed"],
): DataSourceDocument["slots"] {
  const slots: DataSourceDocument["slots"] = {};
  const wanted = new Map(properties.map((property) => [property.id, slotKind(property, computed)]));
  for (const [id, slot] of Object.entries(before)) {
    if (wanted.get(id) === slot[0]) slots[id] = slot;
    else if (!slot.endsWith("*")) slots[`-${slot}`] = slot;
  }
  const taken = new Set(Object.values(slots));
  for (const [id, kind] of wanted) {
    if (kind === undefined || id in slots) continue;
    const count = kind === "t" ? TEXT_SLOTS : NUMBER_SLOTS;
    const free = Array.from({ length: count }, (_, index) => `${kind}${index}`).find(
      (slot) => !taken.has(slot),
    );
    slots[id] = free ?? `${kind}*`;
    if (free) taken.add(free);
  }
  return slots;
}

/** What a value is filtered and sorted by; null when it is empty. Texts are folded, and not yet cut. */
export function slotValue(property: StoredProperty, value: StoredValue | undefined): string | number | null {
  // Values of a property that changed its type are still of the old one until they are written again.
  if (value?.type !== property.type) return null;
  switch (value.type) {
    case "title":
      return folded(plainText(value.title));
    case "rich_text":
      return folded(plainText(value.rich_text));
    case "url":
      return folded(value.url ?? "");
    case "email":
      return folded(value.email ?? "");
    case "phone_number":
      return folded(value.phone_number ?? "");
    case "number":
      return value.number;
    case "unique_id":
      return value.unique_id;
    // Unchecked is what a row without a value is too.
    case "checkbox":
      return value.checkbox ? 1 : null;
    // The id of the option: neither a new name nor another place among the options changes it.
    case "select":
      return knownOptions(property, [value.select])[0] ?? null;
    case "status":
      return knownOptions(property, [value.status])[0] ?? null;
    case "multi_select":
      return several(knownOptions(property, value.multi_select));
    case "date":
      return value.date ? comparableStart(value.date) : null;
    case "people":
      return several(value.people.map(({ id }) => id));
    case "files":
      return several(value.files.map(({ name }) => fold(name)));
    // Until when it is verified.
    case "verification": {
      const { state, date } = value.verification;
      if (state === "unverified") return null;
      return date?.end ? comparableStart({ start: date.end, time_zone: date.time_zone }) : FOREVER;
    }
    case "place":
      return null;
  }
}

/** What the result of a formula is filtered and sorted by; null when it is empty, or false as of a checkbox. */
export function resultSlot(result: Schema<"FormulaValue">): string | number | null {
  switch (result.type) {
    case "string":
      return folded(result.string ?? "");
    case "number":
      return result.number;
    case "boolean":
      return result.boolean ? 1 : null;
    case "date":
      return result.date && comparableStart(result.date);
    case "unsupported":
      return null;
  }
}

/** Text as it is compared. */
export const fold = foldTitle;

const folded = (text: string): string | null => (text === "" ? null : fold(text));

const several = (ids: readonly string[]): string | null =>
  ids.length === 0 ? null : `${SEPARATOR}${ids.join(SEPARATOR)}${SEPARATOR}`;

function knownOptions({ config }: StoredProperty, ids: readonly (string | null)[]): string[] {
  const options = (config.options ?? []) as { id: string }[];
  return ids.filter((id) => id !== null && options.some((option) => option.id === id)) as string[];
}
