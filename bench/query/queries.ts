import { BUSY, COMMON_TEAM, IDLE, RARE_TEAM } from "./rows.ts";

const is = (property: string, type: string, test: object) => ({ property, [type]: test });
const by = (property: string, direction: string) => ({ property, direction });

/** What is asked for, and whether an index serves it. */
export const queries: [string, object, boolean][] = [
  ["no filter, newest first", {}, true],
  ["a rare option", { filter: is("Stage", "select", { equals: "e" }) }, true],
  [
    "a common option, sorted by number",
    { filter: is("Stage", "select", { equals: "b" }), sorts: [by("Price", "descending")] },
    true,
  ],
  [
    "two filters, sorted by date",
    {
      filter: { and: [is("Stage", "select", { equals: "c" }), is("Price", "number", { greater_than: 500 })] },
      sorts: [by("Due", "descending")],
    },
    true,
  ],
  ["a range of dates", { filter: is("Due", "date", { on_or_after: "2026-09-20" }) }, true],
  ["sorted by option", { sorts: [by("Stage", "ascending")] }, true],
  ["sorted by a rare number", { sorts: [by("Score", "ascending")] }, true],
  ["two sorts", { sorts: [by("Price", "ascending"), by("Due", "ascending")] }, true],
  ["a text that nothing has", { filter: is("Name", "title", { contains: "nowhere" }) }, false],
  [
    "two broad filters that exclude each other",
    {
      filter: {
        and: [is("Price", "number", { greater_than: 500 }), is("Price", "number", { less_than: 400 })],
      },
    },
    false,
  ],
  [
    "an empty value among few",
    {
      filter: {
        and: [is("Price", "number", { is_empty: true }), is("Score", "number", { is_not_empty: true })],
      },
    },
    false,
  ],
  [
    "sorted by a list of which most fail",
    { filter: is("Tags", "multi_select", { does_not_contain: "x" }), sorts: [by("Tags", "ascending")] },
    true,
  ],
  ["sorted by an option, then by date", { sorts: [by("Stage", "ascending"), by("Due", "descending")] }, true],
  [
    "a range, sorted by the same",
    { filter: is("Price", "number", { greater_than: 700 }), sorts: [by("Price", "ascending")] },
    true,
  ],
  ["pages that relate to a rare one", { filter: is("Team", "relation", { contains: RARE_TEAM }) }, true],
  [
    "to a common one, sorted by date",
    { filter: is("Team", "relation", { contains: COMMON_TEAM }), sorts: [by("Due", "ascending")] },
    true,
  ],
  [
    "to a common one, with a text that nothing has",
    {
      filter: {
        and: [
          is("Team", "relation", { contains: COMMON_TEAM }),
          is("Name", "title", { contains: "nowhere" }),
        ],
      },
    },
    false,
  ],
  [
    "not to a common one, but to one, with such a text",
    {
      filter: {
        and: [
          is("Team", "relation", { does_not_contain: COMMON_TEAM }),
          is("Team", "relation", { is_not_empty: true }),
          is("Name", "title", { contains: "nowhere" }),
        ],
      },
    },
    false,
  ],
  ["people who are in no row", { filter: is("Owner", "people", { contains: IDLE }) }, false],
  [
    "people but the busy one, sorted by date",
    { filter: is("Owner", "people", { does_not_contain: BUSY }), sorts: [by("Due", "ascending")] },
    true,
  ],
  [
    "unchecked, sorted by title",
    { filter: is("Done", "checkbox", { equals: false }), sorts: [by("Name", "ascending")] },
    true,
  ],
  [
    "none of the common options, sorted by date",
    {
      filter: { and: [..."abcd"].map((name) => is("Stage", "select", { does_not_equal: name })) },
      sorts: [by("Due", "ascending")],
    },
    false,
  ],
  [
    "one of two that are rare, sorted by number",
    {
      filter: {
        or: [is("Stage", "select", { equals: "e" }), is("Score", "number", { equals: 3 })],
      },
      sorts: [by("Price", "ascending")],
    },
    false,
  ],
  [
    "one of two that exclude themselves",
    {
      filter: {
        or: [
          {
            and: [is("Price", "number", { greater_than: 500 }), is("Price", "number", { less_than: 400 })],
          },
          {
            and: [is("Due", "date", { after: "2026-05-01" }), is("Due", "date", { before: "2026-03-01" })],
          },
        ],
      },
      sorts: [by("Due", "descending")],
    },
    false,
  ],
  ["a text at the end that nothing has", { filter: is("Name", "title", { ends_with: "nowhere" }) }, false],
  [
    "rows in the trash, of which there are none",
    { in_trash: true, sorts: [by("Price", "ascending")] },
    false,
  ],
  [
    "made before some day",
    { filter: { timestamp: "created_time", created_time: { before: "2025-06-01" } } },
    true,
  ],
  ["by a rollup", { filter: is("Size", "rollup", { number: { equals: 7 } }) }, true],
  [
    "by a rollup that most rows have nothing of, sorted by it",
    { filter: is("Size", "rollup", { number: { greater_than: 0 } }), sorts: [by("Size", "descending")] },
    true,
  ],
  ["sorted by a rollup of texts", { sorts: [by("Names", "ascending")] }, true],
  [
    "by a rollup that is not kept",
    { filter: is("Edited", "rollup", { date: { before: "2020-01-01" } }) },
    false,
  ],
  ["sorted by one", { sorts: [by("Edited", "ascending")] }, false],
  [
    "by one that nothing has, with a text that nothing has",
    {
      filter: {
        and: [
          is("Edited", "rollup", { date: { before: "2020-01-01" } }),
          is("Name", "title", { contains: "nowhere" }),
        ],
      },
    },
    false,
  ],
  [
    "by a related text",
    { filter: is("Names", "rollup", { any: { rich_text: { equals: "Team 7" } } }) },
    false,
  ],
  ["by none of them", { filter: is("Names", "rollup", { none: { rich_text: { contains: "e" } } }) }, false],
  ["sorted by the titles of related pages", { sorts: [by("Team", "descending")] }, false],
  ["by a formula of the time", { filter: is("Left", "formula", { number: { greater_than: 9_999 } }) }, false],
];
