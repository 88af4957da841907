import type { Source } from "./source.ts";

/** Ada Moreno of the sample workspace. */
const ADA = "6a1f0e52-4c1b-4d8e-9a53-0f5c3b7d2a11";
/** The supplier Guji Highland Coop. */
const SUPPLIER = "92e3a1c8-f4b6-43d0-a951-a6c7ea24839a";

const text = (content: string) => [{ type: "text", text: { content } }];
const options = [
  { name: "Washed", color: "blue" },
  { name: "Natural", color: "orange" },
];

/** A property of each type that a schema can be made with and an answer then shows, by its type. */
export function configSamples(related: Source): Record<string, object> {
  return {
    title: {},
    rich_text: {},
    number: { format: "dollar" },
    select: { options },
    multi_select: { options },
    status: { options },
    date: {},
    people: {},
    files: {},
    checkbox: {},
    url: {},
    email: {},
    phone_number: {},
    relation: { ...related.named, single_property: {} },
    rollup: { relation_property_name: "relation", rollup_property_name: "Name", function: "show_original" },
    formula: { expression: 'prop("number") * 2' },
    created_time: {},
    created_by: {},
    last_edited_time: {},
    last_edited_by: {},
    unique_id: { prefix: "BATCH" },
    place: {},
    location: {},
    last_visited_time: {},
  };
}

/** Types that can be made, and not be changed to. */
export const UNCHANGEABLE = ["location", "last_visited_time"];

/** A value of each type that can be written to a row, by its type. */
export const valueSamples: Record<string, unknown> = {
  title: text("Batch 12"),
  rich_text: text("Sweet, with a hint of lime."),
  number: 12.5,
  select: { name: "Washed" },
  multi_select: [{ name: "Washed" }, { name: "Natural" }],
  status: { name: "Natural" },
  date: { start: "2026-03-09" },
  people: [{ id: ADA }],
  files: [{ name: "label.pdf", external: { url: "https://lighthouse.example/label.pdf" } }],
  checkbox: true,
  url: "https://lighthouse.example/batch-12",
  email: "ben@lighthouse.example",
  phone_number: "+49 40 000000",
  relation: [{ id: SUPPLIER }],
  place: { lat: 53.5461, lon: 9.9937 },
};
