import { readFile } from "node:fs/promises";
import { text as readAll } from "node:stream/consumers";
import type { PropertySchema, PropertyValue, Row } from "@notional/formula";
import {
  check,
  evaluate,
  FormulaError,
  parse,
  readProperty,
  readSchema,
  writeFormulaValue,
} from "@notional/formula";
import type { Command } from "../command.ts";
import { CommandError, readOptions, reporting, UsageError } from "../command.ts";
import { say } from "../terminal.ts";

const USAGE = `Usage: notional formula <expression> [--row <file>] [--now <date>] [--time-zone <zone>]

Evaluates a formula and prints its value as the API gives it. A formula that is wrong is shown with the place.

  --row         a page as the API answers it, whose properties the formula may use; - reads standard input
  --now         what now() is, in ISO 8601      (the current time)
  --time-zone   whose clock and calendar count  (UTC)
  --help        show this

  notional formula 'prop("Price") * 2' --row page.json
`;

/** `notional formula`: one formula, tried out. */
export const formula: Command = {
  usage: () => USAGE,
  run([expression, ...args]) {
    // The expression is first, so that one which begins with - is no option.
    if (expression === undefined || expression.startsWith("--"))
      throw new UsageError("A formula is missing.");
    const options = readOptions(args, {
      row: { type: "string" },
      now: { type: "string" },
      "time-zone": { type: "string", default: "UTC" },
    });
    const now = readNow(options.now);
    const timeZone = readTimeZone(options["time-zone"]);
    return reporting(async () => {
      const page = options.row === undefined ? EMPTY_PAGE : await readPage(options.row);
      const formula = pointing(expression, () => check(parse(expression), schemaOf(page)));
      const onFailure = (reason: string) => {
        throw new CommandError(reason);
      };
      const value = evaluate(formula, rowOf(page, timeZone), { now, timeZone, onFailure });
      say(`${JSON.stringify(writeFormulaValue(value, formula.type, timeZone))}`);
    });
  },
};

interface Page {
  id: string;
  properties: Record<string, PropertyValue>;
}

const EMPTY_PAGE: Page = { id: "", properties: {} };

async function readPage(file: string): Promise<Page> {
  const from = file === "-" ? "Standard input" : file;
  let page: Partial<Page> | null;
  try {
    page = JSON.parse(file === "-" ? await readAll(process.stdin) : await readFile(file, "utf8"));
  } catch (error) {
    throw new CommandError(`${from} cannot be read as JSON: ${(error as Error).message}`);
  }
  if (typeof page?.id !== "string" || typeof page.properties !== "object") {
    throw new CommandError(`${from} is no page: it has no id, or no properties.`);
  }
  return page as Page;
}

/** What can be known of the schema from one page: results instead of formulas, and nothing of related pages. */
function schemaOf({ id, properties }: Page) {
  const schemas = Object.entries(properties).map(([name, value]): [string, PropertySchema] => {
    const property = { id: String(value.id), name };
    const result = (value[value.type] ?? {}) as { type?: string };
    if (value.type !== "formula" && value.type !== "rollup") return [name, { ...property, type: value.type }];
    if (result.type === "array")
      return [name, { ...property, type: "rollup", rollup: { function: "show_original" } }];
    const types: Record<string, string> = { string: "rich_text", boolean: "checkbox" };
    return [name, { ...property, type: types[result.type ?? ""] ?? String(result.type) }];
  });
  return readSchema({ id, properties: Object.fromEntries(schemas) });
}

function rowOf({ id, properties }: Page, timeZone: string): Row {
  const byId = new Map(
    Object.values(properties).map((value) => [decodeURIComponent(String(value.id)), value]),
  );
  const unread = (other: string): Row => ({ kind: "page", id: other, title: "", get: () => null });
  const read = (value: PropertyValue | undefined) =>
    value ? readProperty(value, { page: unread, timeZone }) : null;
  const title = Object.values(properties).find(({ type }) => type === "title");
  return { kind: "page", id, title: String(read(title) ?? ""), get: (property) => read(byId.get(property)) };
}

/** @throws CommandError with the formula and a mark under the part that is wrong. */
function pointing<T>(expression: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    const before = expression.slice(0, error.start);
    const line = before.lastIndexOf("\n") + 1;
    const shown = expression.slice(line).split("\n", 1)[0] ?? "";
    const width = Math.max(1, Math.min(error.end, line + shown.length) - error.start);
    throw new CommandError(
      `${error.message}\n\n${shown}\n${" ".repeat(error.start - line)}${"^".repeat(width)}`,
    );
  }
}

function readNow(text: string | undefined): number {
  const now = text === undefined ? Date.now() : Date.parse(text);
  if (Number.isNaN(now)) throw new UsageError(`--now is a date in ISO 8601, not ${JSON.stringify(text)}.`);
  return now;
}

function readTimeZone(text: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    throw new UsageError(
      `--time-zone is the name of a zone such as Europe/Berlin, not ${JSON.stringify(text)}.`,
    );
  }
}
