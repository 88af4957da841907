import { EvaluationFailure } from "../evaluate/context.ts";
import { listOf, members, oneOf } from "../types/type.ts";
import { compare, equals } from "../values/compare.ts";
import type { Value } from "../values/value.ts";
import { holds } from "../values/value.ts";
import { APP, type Each, FRANK, type FunctionDefinition, NOTION } from "./definition.ts";

export const list: readonly FunctionDefinition[] = [
  {
    signature: "at(list: T[], index: number): T",
    description: "The item at an index, from 0; from the end when it is negative. Empty where there is none.",
    examples: [
      ["at([1, 2, 3], 1)", "2"],
      ["at([1, 2, 3], 9)", ""],
    ],
    source: NOTION,
    run: (_, list: Value[], index: number) => list.at(index) ?? null,
  },
  {
    signature: "first(list: T[]): T",
    description: "The first item.",
    examples: [["first([1, 2, 3])", "1"]],
    source: NOTION,
    run: (_, list: Value[]) => list[0] ?? null,
  },
  {
    signature: "last(list: T[]): T",
    description: "The last item.",
    examples: [["last([1, 2, 3])", "3"]],
    source: NOTION,
    run: (_, list: Value[]) => list.at(-1) ?? null,
  },
  {
    signature: "slice(list: T[], start: number, end?: number): T[]",
    description:
      "The items from one index to before another, or to the end. A negative index counts from the end.",
    examples: [
      ["slice([1, 2, 3], 1, 2)", "2"],
      ['slice(["a", "b", "c"], 1)', "b,c"],
    ],
    source: NOTION,
    run: (_, list: Value[], start: number, end?: number) => list.slice(start, end),
  },
  {
    signature: "splice(list: T[], start: number, count: number, ...items?: T): T[]",
    description: "A list with that many items from an index on taken out, and others put in their place.",
    examples: [['splice(["a", "b", "c"], 1, 1, "x", "y")', "a,x,y,c"]],
    source: APP,
    takesEmpty: true,
    run: (_, list: Value[] | null, start: number | null, count: number | null, ...items: Value[]) =>
      list?.toSpliced(start ?? 0, count ?? 0, ...items) ?? null,
  },
  {
    signature: "concat(list: T[], ...lists?: T[]): T[]",
    description: "Lists one after the other.",
    examples: [["concat([1, 2], [3, 4])", "1,2,3,4"]],
    source: NOTION,
    takesEmpty: true,
    run: (_, ...lists: (Value[] | null)[]) => lists.flatMap((list) => list ?? []),
  },
  {
    signature: "sort(list: T[], expression?: T => any): T[]",
    description:
      "The items in ascending order, or in that of what an expression gives for each. Empty items fall out.",
    examples: [
      ["sort([3, 1, 2])", "1,2,3"],
      ["sort([3, 1, 2], -current)", "3,2,1"],
    ],
    source: NOTION,
    run: ({ budget }, list: Value[], expression?: Each) => {
      const keys = expression ? list.map(expression) : list;
      budget.list(keys);
      const keyed = list
        .map((item, at) => ({ item, key: keys[at] ?? null }))
        .filter(({ item }) => item !== null);
      return keyed.toSorted((one, other) => compare(one.key, other.key)).map(({ item }) => item);
    },
  },
  {
    signature: "reverse(list: T[]): T[]",
    description: "The items from the last to the first.",
    examples: [['reverse(["green", "eggs", "ham"])', "ham,eggs,green"]],
    source: NOTION,
    run: (_, list: Value[]) => list.toReversed(),
  },
  {
    signature: "unique(list: T[]): T[]",
    description: "Each item once, where it first is.",
    examples: [["unique([1, 1, 2])", "1,2"]],
    source: NOTION,
    run: (_, list: Value[]) => unique(list),
  },
  {
    signature: "includes(list: T[], value: any): boolean",
    description: "Whether a value is among the items.",
    examples: [
      ['includes(["a", "b", "c"], "b")', "true"],
      ['includes(["a", "b", "c"], "z")', "false"],
    ],
    source: NOTION,
    takesEmpty: true,
    run: (_, list: Value[] | null, value: Value) => (list ?? []).some((item) => equals(item, value)),
  },
  {
    signature: "count(list: T[], condition?: T => any): number",
    description: "The number of items, or of those for which a condition holds.",
    examples: [
      ["count([1, 2, 3])", "3"],
      ["count([1, 2, 3], current > 1)", "2"],
    ],
    source: FRANK,
    takesEmpty: true,
    run: (_, list: Value[] | null, condition?: Each) =>
      (list ?? []).filter((item, index) => !condition || holds(condition(item, index))).length,
  },
  {
    signature: "flat(list: any[]): any[]",
    description: "A list with the items of the lists in it, one level deep.",
    examples: [
      ["flat([1, 2, 3])", "1,2,3"],
      ["flat([[1, 2], [3, 4]])", "1,2,3,4"],
    ],
    source: NOTION,
    result: ([type]) => {
      const items = type?.kind === "list" ? members(type.of) : [];
      return listOf(oneOf(items.map((item) => (item.kind === "list" ? item.of : item))));
    },
    run: (_, list: Value[]) => list.flat() as Value[],
  },
  ...overItems(),
];

/** Functions that look at each item with `current` and `index`. */
function overItems(): FunctionDefinition[] {
  const condition = "condition: T => any";
  return [
    {
      signature: `find(list: T[], ${condition}): T`,
      description: "The first item for which a condition holds.",
      examples: [
        ['find(["a", "b", "c"], current == "b")', "b"],
        ["find([1, 2, 3], current > 100)", ""],
      ],
      source: NOTION,
      takesEmpty: true,
      run: (_, list: Value[] | null, test: Each) =>
        items(list).find((item, index) => holds(test(item, index))) ?? null,
    },
    {
      signature: `findIndex(list: T[], ${condition}): number`,
      description: "The index of the first item for which a condition holds, -1 where there is none.",
      examples: [
        ['findIndex(["a", "b", "c"], current == "b")', "1"],
        ["findIndex([1, 2, 3], current > 100)", "-1"],
      ],
      source: NOTION,
      takesEmpty: true,
      run: (_, list: Value[] | null, test: Each) =>
        items(list).findIndex((item, index) => holds(test(item, index))),
    },
    {
      signature: `filter(list: T[], ${condition}): T[]`,
      description: "The items for which a condition holds.",
      examples: [["filter([1, 2, 3], current > 1)", "2,3"]],
      source: NOTION,
      takesEmpty: true,
      run: (_, list: Value[] | null, test: Each) =>
        items(list).filter((item, index) => holds(test(item, index))),
    },
    {
      signature: `some(list: T[], ${condition}): boolean`,
      description: "Whether a condition holds for any item.",
      examples: [
        ["some([1, 2, 3], current == 2)", "true"],
        ['some(["a", "b", "c"], current.length > 2)', "false"],
      ],
      source: NOTION,
      takesEmpty: true,
      run: (_, list: Value[] | null, test: Each) =>
        items(list).some((item, index) => holds(test(item, index))),
    },
    {
      signature: `every(list: T[], ${condition}): boolean`,
      description: "Whether a condition holds for all items.",
      examples: [
        ["every([1, 2, 3], current > 0)", "true"],
        ['every(["a", "b", "c"], current == "b")', "false"],
      ],
      source: NOTION,
      takesEmpty: true,
      run: (_, list: Value[] | null, test: Each) =>
        items(list).every((item, index) => holds(test(item, index))),
    },
    {
      signature: "map(list: T[], expression: T => U): U[]",
      description: "What an expression gives for each item.",
      examples: [
        ["map([1, 2, 3], current + 1)", "2,3,4"],
        ["map([1, 2, 3], current + index)", "1,3,5"],
      ],
      source: NOTION,
      takesEmpty: true,
      run: (_, list: Value[] | null, expression: Each) => items(list).map(expression),
    },
  ];
}

/** @throws EvaluationFailure for an empty value in place of a list: as Notion has it, `map` of that is no value. */
function items(list: Value[] | null): Value[] {
  if (list === null) throw new EvaluationFailure("There is no list to go through.");
  return list;
}

/** Sorted first, so that it takes no square of the time. */
function unique(list: Value[]): Value[] {
  const sorted = list.map((item, index) => ({ item, index }));
  sorted.sort((one, other) => compare(one.item, other.item) || one.index - other.index);
  return sorted
    .filter(({ item }, at) => at === 0 || !equals(item, sorted[at - 1]?.item ?? null))
    .sort((one, other) => one.index - other.index)
    .map(({ item }) => item);
}
