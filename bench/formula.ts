import { check, evaluate, parse, type Row, readSchema, type Value } from "@notional/formula";
import type { Measurement } from "./table.ts";

const RUNS = 7;
const ROWS = 100_000;

const values: Record<string, Value> = {
  price: 18.5,
  bags: 3,
  name: "Guji Natural",
  due: { kind: "date", start: Date.UTC(2026, 10, 20), end: null, time: false, zone: null },
};
const row: Row = { kind: "page", id: "guji", title: "", get: (id) => values[id] ?? null };
const property = (id: string, name: string, type: string) => ({ [name]: { id, name, type } });
const schema = readSchema({
  id: "beans",
  properties: {
    ...property("price", "Price", "number"),
    ...property("bags", "Bags", "number"),
    ...property("name", "Name", "title"),
    ...property("due", "Due", "date"),
  },
});

/** Ten nodes, as formulas of people are. */
const TYPICAL = 'if(prop("Bags") > 0, round(prop("Price") * prop("Bags")), 0)';
const DATE = 'dateBetween(prop("Due"), now(), "days")';
const PATTERN = 'replaceAll(prop("Name"), "[aeiou]", "*")';
/** A pattern that takes V8's own engine longer than anybody waits, on a text of two thousand characters. */
const HOSTILE = 'test(repeat("a", 2000) + "!", "(a+)+$")';

/** The library alone: reading a formula, and a value for each of 100,000 rows. */
export async function formula(): Promise<Measurement[]> {
  return [
    { what: "the typical formula, 100,000 rows", runs: evaluations(TYPICAL, ROWS), aim: 200 },
    { what: "days between two dates, 100,000 rows", runs: evaluations(DATE, ROWS), aim: 2_000 },
    { what: "replacing by a pattern, 100,000 rows", runs: evaluations(PATTERN, ROWS), aim: 1_000 },
    { what: "a hostile pattern, one row", runs: evaluations(HOSTILE, 1), aim: 50 },
    { what: "parsing the typical formula, 1,000 times", runs: measure(1_000, () => parse(TYPICAL)), aim: 20 },
    {
      what: "parsing and checking it, 1,000 times",
      runs: measure(1_000, () => check(parse(TYPICAL), schema)),
      aim: 40,
    },
  ];
}

function evaluations(source: string, rows: number): number[] {
  const formula = check(parse(source), schema);
  const now = Date.UTC(2026, 10, 1);
  return measure(rows, () => evaluate(formula, row, { now }));
}

/** Milliseconds of each of several runs. */
function measure(times: number, work: () => unknown): number[] {
  return Array.from({ length: RUNS }, () => {
    const started = performance.now();
    for (let time = 0; time < times; time += 1) work();
    return performance.now() - started;
  });
}
