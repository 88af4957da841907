import { either } from "./errors.ts";

/** What Prism tells about one broken rule: where, which keyword, and Ajv's sentence. */
export interface Violation {
  path?: readonly (string | number)[];
  code?: string | number;
  message: string;
}

/** The parts of a request that a violation can point into. */
export interface RequestParts {
  body: unknown;
  path: unknown;
  query: unknown;
  header: unknown;
}

type Section = keyof RequestParts;

/**
 * Says what is wrong with a request as Notion does:
 * ``body failed validation: body.parent should be defined, instead was `undefined`.``
 *
 * Prism names the field and the keyword but not the member of a union that it tried, so among the members'
 * complaints the deepest ones are taken for the ones that were meant.
 */
export function validationMessage(violations: readonly Violation[], request: RequestParts): string {
  const section = (violations[0]?.path?.[0] ?? "body") as Section;
  const inSection = violations.filter((violation) => (violation.path?.[0] ?? "body") === section);
  const { plain, union } = split(inSection);
  const chosen = plain.length > 0 ? plain : union;
  const sentences = [...new Set(mergeEnums(chosen).map((violation) => sentence(violation, request)))];
  if (sentences.length === 1 || plain.length > 0)
    return `${section} failed validation: ${sentences.join(" ")}`;
  return `${section} failed validation. Fix one:\n${sentences.join("\n")}`;
}

/** Separates what is wrong in any case from what each member of a union has to say about a value. */
function split(violations: readonly Violation[]): { plain: Violation[]; union: Violation[] } {
  const key = (violation: Violation): string => JSON.stringify(violation.path ?? []).slice(0, -1);
  const unions = violations.filter(({ code }) => code === "oneOf" || code === "anyOf").map(key);
  const within = (violation: Violation): boolean => unions.some((union) => key(violation).startsWith(union));
  const plain = violations.filter((violation) => !within(violation));
  const members = violations.filter((violation) => within(violation));
  return { plain, union: mostTelling(members) };
}

function mostTelling(violations: Violation[]): Violation[] {
  // "None of these" and a wrong tag only repeat that a member does not fit.
  const exact = violations.filter(
    ({ code, path }) => code !== "oneOf" && code !== "anyOf" && !(code === "enum" && path?.at(-1) === "type"),
  );
  const candidates = exact.length > 0 ? exact : violations;
  const depth = Math.max(...candidates.map(({ path }) => path?.length ?? 0));
  const deepest = candidates.filter(({ path }) => (path?.length ?? 0) === depth);
  // What every member refuses is wrong whichever was meant.
  const times = (violation: Violation): number =>
    deepest.filter(({ message }) => message === violation.message).length;
  const most = Math.max(...deepest.map(times));
  return deepest.filter((violation) => times(violation) === most);
}

/** What several members allow at one place, in one sentence. */
function mergeEnums(violations: Violation[]): Violation[] {
  const merged = new Map<string, Violation>();
  const others = violations.filter(({ code }) => code !== "enum");
  for (const violation of violations.filter(({ code }) => code === "enum")) {
    const place = JSON.stringify(violation.path);
    const before = merged.get(place);
    const message = before ? `${before.message}, ${allowedIn(violation.message)}` : violation.message;
    merged.set(place, { ...violation, message });
  }
  return [...others, ...merged.values()];
}

const allowedIn = (message: string): string => /values: (.*)$/.exec(message)?.[1] ?? "";

function sentence({ path = ["body"], code, message }: Violation, request: RequestParts): string {
  const [section = "body", ...keys] = path.map(String);
  const value = keys.reduce<unknown>(valueAt, request[section as Section]);
  const at = keys.reduce((text, key) => text + (/^\d+$/.test(key) ? `[${key}]` : `.${key}`), section);
  // Notion reads numbers in a query before it shows them.
  const isNumber = section === "query" && /^-?\d+$/.test(String(value));
  const instead = `instead was \`${isNumber ? value : shown(value)}\`.`;
  const captured = (pattern: RegExp): string => pattern.exec(message)?.[1] ?? "";
  switch (code) {
    case "required":
      return message === "Body parameter is required"
        ? "body should be defined, instead was `undefined`."
        : `${at}.${captured(/property '(.*)'$/)} should be defined, instead was \`undefined\`.`;
    case "additionalProperties":
    case "unevaluatedProperties": {
      const name = captured(/(?:found|properties:) '(.*)'$/);
      return `${at}.${name} should be not present, instead was \`${shown(valueAt(value, name))}\`.`;
    }
    case "maximum":
    case "minimum":
    case "exclusiveMaximum":
    case "exclusiveMinimum":
      return `${at} should be ${comparison(captured(/must be (.*)$/))}, ${instead}`;
    case "maxItems":
    case "maxLength":
      return `${at}.length should be ≤ \`${captured(/than (\d+)/)}\`, instead was \`${lengthOf(value)}\`.`;
    case "minItems":
    case "minLength":
      return `${at}.length should be ≥ \`${captured(/than (\d+)/)}\`, instead was \`${lengthOf(value)}\`.`;
    case "enum":
      return `${at} should be ${either([...new Set(allowedIn(message).split(", "))])}, ${instead}`;
    case "type":
      return `${at} should be ${captured(/must be (.*)$/)
        .split(",")
        .map(typeName)
        .join(" or ")}, ${instead}`;
    case "format":
      return `${at} should be a valid ${captured(/format "(.*)"/)}, ${instead}`;
    case "pattern":
      // Prism does not tell which pattern is which; the ids are the ones that begin with eight hex digits.
      return `${at} should ${/\[0-9a-fA-F\]\{8\}/.test(message) ? "be a valid uuid" : captured(/must (.*)$/)}, ${instead}`;
    default:
      return `${at} ${captured(/ (?:must|should) (.*)$/).replace(/^/, "should ")}, ${instead}`;
  }
}

const TYPE_NAMES: Record<string, string> = {
  array: "an array",
  integer: "an integer",
  null: "`null`",
  object: "an object",
};
const typeName = (type: string): string => TYPE_NAMES[type.trim()] ?? `a ${type.trim()}`;

function comparison(text: string): string {
  const [operator = "", limit = ""] = text.split(" ");
  return `${operator.replace("<=", "≤").replace(">=", "≥")} \`${limit}\``;
}

function valueAt(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function lengthOf(value: unknown): number | undefined {
  return typeof value === "string" || Array.isArray(value) ? value.length : undefined;
}

/** A value as JSON; what would make the message unreadable is cut. */
function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? "undefined";
  return json.length > 300 ? `${json.slice(0, 300)}…` : json;
}
