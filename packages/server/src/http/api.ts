import type { NotionVersion } from "@notional/openapi-types";
import { tokenOf } from "../auth/authorization.ts";
import { mustHave } from "../auth/capabilities.ts";
import { connectionOf, hashToken } from "../auth/tokens.ts";
import type { Clock } from "../clock.ts";
import { ApiError, invalidRequestUrl, noToken, notImplemented, unauthorized } from "../errors.ts";
import type { Ids } from "../ids.ts";
import { countRequest } from "../limits/rate-limit.ts";
import type { AnswerCache } from "../operations/answer-cache.ts";
import { JsonBytes } from "../operations/json-bytes.ts";
import { perform } from "../operations/perform.ts";
import { RowChanges } from "../operations/properties/computed/changes.ts";
import { refreshResults } from "../operations/properties/computed/refresh.ts";
import type { Settings } from "../settings.ts";
import type { Database, Db } from "../store/database.ts";
import type { Remembered } from "../store/remembered.ts";
import { formatLine } from "../validate/explain/line.ts";
import { validateRequest } from "../validate/index.ts";
import { notionVersions, performIn } from "../versions/index.ts";
import type { Asked } from "./asked.ts";
import { readJson } from "./body.ts";
import { failure, success, toApiError } from "./envelope.ts";
import type { HttpResponse } from "./messages.ts";
import type { Route } from "./routes.ts";

/** What the API stands on. */
export interface Environment {
  database: Database;
  clock: Clock;
  ids: Ids;
  settings: Settings;
  answers: AnswerCache;
  /** Told what nobody foresaw; the caller only learns that something happened. */
  onError(error: unknown): void;
}

/** An answer, and what others want to know of it without reading it. */
export interface Answered {
  response: HttpResponse;
  requestId: string;
  refusal: ApiError | null;
}

/**
 * Answers a request below `/v1`. Checks come in Notion's order: address, JSON, token, version, schema,
 * capabilities; then the operation looks at objects and rules.
 */
export async function answer(asked: Asked, environment: Environment): Promise<Answered> {
  const requestId = environment.ids.uuid();
  try {
    const body = await exchange(asked, environment);
    return { response: success(body, requestId), requestId, refusal: null };
  } catch (error) {
    if (!(error instanceof ApiError)) environment.onError(error);
    const refusal = toApiError(error);
    return { response: failure(refusal, requestId), requestId, refusal };
  }
}

async function exchange(asked: Asked, environment: Environment): Promise<object> {
  const { request, known, match } = asked;
  if (!known) throw invalidRequestUrl();
  // What connections sign with their own secret instead of a token is all of OAuth, which is not here yet.
  if (!known.security.includes("bearerAuth")) throw notImplemented(known.operationId);
  const { database, clock, ids, settings, answers } = environment;
  // Reported, with a token that nobody has, in
  // https://github.com/Alknoma/minutehand/blob/1da891fe/tests/data/notion_api/real-service-without-a-token-2026-10-08.txt
  const body = known.contentTypes.includes("application/json") ? await readJson(request) : undefined;
  const token = tokenOf(request.header("authorization"), settings.basicAuth);
  if (token === undefined) throw noToken();
  const hash = hashToken(token);
  const connection = await database.settled(`token ${hash}`, (db) => connectionOf(db, hash));
  if (!connection) throw unauthorized();
  const { rateLimit } = settings;
  if (rateLimit) {
    // A scope of its own: counting does not wait for those who write content.
    const scope = `rate ${connection.workspaceId}`;
    await database.write(scope, (db) => countRequest(db, connection, rateLimit, clock.now()));
  }

  const version = versionOf(asked);
  if (!match) throw invalidRequestUrl();
  const { route, path } = match;
  const valid = await validateRequest(version, route.operationId, {
    path,
    query: asked.search === "" ? [] : [...new URLSearchParams(asked.search)],
    body,
  });
  mustHave(connection, route.capabilities);

  const run = async (db: Db, remembered?: Remembered): Promise<object> => {
    const now = clock.now().toISOString();
    const context = {
      db,
      remembered,
      connection,
      clock,
      ids,
      settings,
      answers,
      changes: new RowChanges(),
      now,
    };
    const versioned = { operationId: route.operationId, ...valid };
    const body = (await performIn(
      version,
      versioned,
      (newest) => perform(newest, context),
      context,
    )) as object;
    if (context.changes.size > 0) await refreshResults(context);
    // A write whose answer is withheld is not kept either.
    if (settings.strict) await mustBeAsDocumented(version, route.operationId, body);
    return body;
  };
  return isRead(route) ? database.read(run) : database.write(connection.workspaceId, run);
}

/**
 * Only a strict server pays for what compiles the document.
 *
 * @throws ApiError internal_server_error instead of an answer that the document does not allow
 */
async function mustBeAsDocumented(version: NotionVersion, operationId: string, body: object): Promise<void> {
  const object = body instanceof JsonBytes ? body.parse() : body;
  const strict = await import("./strict.ts");
  const [first] = strict.problemsOf(version, operationId, object);
  if (!first) return;
  const message = `The answer of ${operationId} is not as documented: ${first.at} ${first.message}.`;
  throw new ApiError(500, "internal_server_error", message);
}

/** What needs no more than reading changes nothing. */
function isRead({ method, capabilities }: Route): boolean {
  return (
    method === "GET" || (capabilities.length > 0 && capabilities.every((name) => name.startsWith("read_")))
  );
}

/** @throws ApiError missing_version, also for one that there is not */
function versionOf({ version, header }: Asked): NotionVersion {
  if (version) return version;
  const name = "Notion-Version header";
  const expected = header === undefined ? ["defined"] : notionVersions.map((known) => `\`"${known}"\``);
  const line = formatLine({ path: [name], expected, instead: header });
  throw new ApiError(400, "missing_version", `${name} failed validation: ${line}`);
}
