import type { RecordedRequest } from "@notional/checker";
import { findChecker } from "../checkers.ts";
import { multipart, toFormData } from "../multipart.ts";
import type { Exchange } from "../recordings/read.ts";
import { compare, type Difference } from "./compare.ts";
import { Ids, uuidsIn } from "./ids.ts";
import { withoutLeftovers } from "./search-index.ts";
import type { Tape } from "./tapes.ts";

/** Something that answers the Notion API, in the state in which a tape begins. */
export interface ReplayTarget {
  /** Answers a request to `http://localhost/v1/…`. */
  fetch(request: Request): Promise<Response>;
  /** A token that it accepts. */
  token: string;
  /** The ids of what it has under the ids of the recording. */
  known: Iterable<string>;
  /** Told what is asked and what was answered, before the request is sent: the target may set its clock by it. */
  prepare?(exchange: Exchange): void | Promise<void>;
  /** The tape is over. */
  end?(): Promise<void>;
}

/** What a target made of a recorded exchange. */
export interface Replayed {
  exchange: Exchange;
  /** Undefined for an address that the document does not have. */
  operationId: string | undefined;
  ours: { status: number; body: unknown };
  /** Empty when the answers are identical. */
  differences: Difference[];
  /** Whether the target has not got the operation: 501. */
  notImplemented: boolean;
  /** Whether the request names something that the target should have made before, and did not. */
  unmet: boolean;
}

/** Sends the requests of a tape in their order and compares the answers. */
export async function replayTape(tape: Tape, target: ReplayTarget): Promise<Replayed[]> {
  const ids = new Ids(target.known);
  const made = new Set<string>();
  const replayed: Replayed[] = [];
  for (const exchange of tape.exchanges) {
    const { request, response, version } = exchange;
    await target.prepare?.(exchange);
    const unmet = namedIn(request).some((id) => made.has(id) && !ids.knows(id));
    const answer = await target.fetch(toRequest(exchange, ids, target.token));
    const ours = { status: answer.status, body: await readBody(answer) };
    replayed.push({
      exchange,
      operationId: findChecker(version)?.operationOf(request)?.operationId,
      ours,
      differences: differencesOf(exchange, ours, ids),
      notImplemented: ours.status === 501 && response.status !== 501,
      unmet,
    });
    for (const id of uuidsIn(JSON.stringify(response.body) ?? "")) made.add(id);
  }
  return replayed;
}

/** A tape that a target could not even begin with. */
export const unanswered = ({ exchanges }: Tape): Replayed[] =>
  exchanges.map((exchange) => ({
    exchange,
    operationId: findChecker(exchange.version)?.operationOf(exchange.request)?.operationId,
    ours: { status: 0, body: undefined },
    differences: differencesOf(exchange, { status: 0, body: undefined }, new Ids()),
    notImplemented: false,
    unmet: false,
  }));

/** A refusal of what was accepted, or the other way round, is one difference; the bodies are of two kinds then. */
function differencesOf(exchange: Exchange, ours: Replayed["ours"], ids: Ids): Difference[] {
  const { response } = exchange;
  if (response.status === ours.status) return compare(withoutLeftovers(exchange), ours.body, ids);
  return [
    {
      at: "",
      pattern: "",
      kind: "status",
      recorded: summary(response.status, response.body),
      ours: summary(ours.status, ours.body),
    },
  ];
}

function summary(status: number, body: unknown): string {
  const { code, message } = Object(body) as { code?: string; message?: string };
  if (status === 0) return "no answer";
  return status < 300 ? String(status) : `${status} ${code}: ${message}`;
}

const namedIn = ({ path, query, body }: RecordedRequest): string[] =>
  uuidsIn([path, ...query.map(([, value]) => value), JSON.stringify(body ?? null)].join(" "));

function toRequest({ request, response, version }: Exchange, ids: Ids, token: string): Request {
  const { method, path, query, headers, body } = request;
  const steps = path.split("/").map((step, index, all) => {
    return all[index - 1] === "properties" ? encodeURIComponent(ids.id(step)) : ids.text(step);
  });
  const url = new URL(`http://localhost${steps.join("/")}`);
  for (const [name, value] of query) {
    const own = name === "start_cursor" ? ids.cursor(value) : (ids.value(value, name) as string);
    url.searchParams.append(name, own);
  }
  const isForm = headers["content-type"]?.startsWith(multipart);
  return new Request(url, {
    method,
    headers: {
      // What was wrong with a refused token was cut out of the recording.
      authorization: `Bearer ${response.status === 401 ? "wrong" : token}`,
      "notion-version": version,
      ...(headers["content-type"] !== undefined && !isForm && { "content-type": headers["content-type"] }),
    },
    ...(body !== undefined && { body: isForm ? formOf(body) : textOf(ids.value(body)) }),
  });
}

const formOf = (fields: unknown): FormData =>
  toFormData(fields as Record<string, unknown>, (name) => name === "file");

/** What was not JSON is recorded as its text. */
function textOf(body: unknown): string {
  const { $text } = Object(body) as { $text?: string };
  return typeof $text === "string" ? $text : JSON.stringify(body);
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
