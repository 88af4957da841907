import type {
  NotionVersion,
  OperationId,
  RequestBody,
  Response as ResponseBody,
} from "@notional/openapi-types";
import { latestVersion } from "@notional/openapi-types/versions";
import { type HttpHandler, HttpResponse, http } from "msw";
import { responseCases } from "../cases.ts";
import { checkerOf } from "../checkers.ts";
import { explain } from "../run/explain.ts";

type Latest = typeof latestVersion;

/** What a handler is told of a request. */
export interface NotionRequest<Id extends OperationId<Version>, Version extends NotionVersion> {
  /** The parameters of the path. */
  params: Record<string, string>;
  query: URLSearchParams;
  /** The body; undefined when there was none. */
  body: RequestBody<Id, Version>;
}

/** What a handler answers with 200: the body, or what makes it of a request. */
export type NotionAnswer<Id extends OperationId<Version>, Version extends NotionVersion> =
  | ResponseBody<Id, 200, Version>
  | ((
      request: NotionRequest<Id, Version>,
    ) => ResponseBody<Id, 200, Version> | Promise<ResponseBody<Id, 200, Version>>);

export interface HandlerOptions<Version extends NotionVersion> {
  /** The `Notion-Version` that types and examples are of; the newest when left out. */
  version?: Version;
  /** Without `/v1`; `https://api.notion.com` when left out. */
  baseUrl?: string;
}

/**
 * An MSW handler of one operation. What it answers is held to the document: a fixture that the API would never send
 * fails the request, with what is wrong.
 *
 * @param operationId the operation, which method, path and types follow from
 * @param answer what to answer; the first example of the document when left out
 * @throws when the version has no such operation, or no example where one is needed
 */
export function notionHandler<Id extends OperationId<Version>, Version extends NotionVersion = Latest>(
  operationId: Id,
  answer?: NotionAnswer<Id, Version>,
  options: HandlerOptions<Version> = {},
): HttpHandler {
  const { version = latestVersion, baseUrl = "https://api.notion.com" } = options;
  const checker = checkerOf(version);
  const operation = checker.operations.find((candidate) => candidate.operationId === operationId);
  if (!operation) throw new TypeError(`${version} has no operation ${String(operationId)}.`);
  const example = responseCases(checker.bundle, operation).find(({ status }) => status === 200);
  if (answer === undefined && !example) throw new TypeError(`${String(operationId)} has no example.`);
  const path = `${baseUrl}${operation.path.replaceAll(/\{(\w+)\}/g, ":$1")}`;
  const method = operation.method as "get" | "post" | "patch" | "delete" | "put";
  return http[method](path, async ({ request, params }) => {
    const text = await request.clone().text();
    const body = text === "" ? undefined : (JSON.parse(text) as unknown);
    const answered: unknown =
      typeof answer === "function"
        ? await answer({
            params: params as Record<string, string>,
            query: new URL(request.url).searchParams,
            body: body as RequestBody<Id, Version>,
          })
        : (answer ?? example?.value);
    const headers = { "content-type": "application/json" };
    const problems = checker.checkResponse(operation, { status: 200, headers, body: answered });
    if (problems.length > 0) {
      const findings = problems.map((problem) => ({ ...problem, side: "response" as const }));
      const told = explain(findings, { request: body, response: answered });
      throw new TypeError(`${String(operationId)} of ${version} does not answer so:\n${told}`);
    }
    return HttpResponse.json(answered as object);
  });
}
