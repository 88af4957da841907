import type { Problem } from "@notional/checker";
import type { NotionVersion } from "@notional/openapi-types";
import { latestVersion } from "@notional/openapi-types/versions";
import { checkerOf } from "../checkers.ts";
import { bodyAsChecked, readBody } from "../recording-fetch.ts";
import { explain } from "../run/explain.ts";

export interface SpecOptions {
  /** The `Notion-Version`; the newest when left out. */
  version?: NotionVersion;
}

/** The matcher behind `expect(…).toMatchNotionSpec(…)`. */
export async function toMatchNotionSpec(
  received: unknown,
  operationId: string,
  { version = latestVersion }: SpecOptions = {},
): Promise<{ pass: boolean; message: () => string }> {
  const checker = checkerOf(version);
  const operation = checker.operations.find((candidate) => candidate.operationId === operationId);
  if (!operation) throw new TypeError(`${version} has no operation ${operationId}.`);
  let body: unknown;
  let problems: Problem[];
  const side = isRequest(received) ? "request" : "response";
  if (isRequest(received)) {
    const { pathname, searchParams } = new URL(received.url);
    const text = await received.clone().text();
    body = text === "" ? undefined : readBody(text, received.headers.get("content-type") ?? "");
    const request = { method: received.method, path: pathname };
    problems =
      checker.operationOf(request)?.operationId === operationId
        ? checker.checkRequest({
            ...request,
            query: [...searchParams],
            headers: Object.fromEntries(received.headers),
            ...(body === undefined ? {} : { body }),
          })
        : [
            {
              at: "path",
              message: `${received.method} ${pathname} is another operation`,
              schema: operation.pointer,
            },
          ];
  } else if (isResponse(received)) {
    body = await bodyAsChecked(received.clone());
    problems = checker.checkResponse(operation, {
      status: received.status,
      headers: Object.fromEntries(received.headers),
      body,
    });
  } else {
    throw new TypeError("toMatchNotionSpec takes a Request or a Response.");
  }
  const findings = problems.map((problem) => ({ ...problem, side }) as const);
  return {
    pass: problems.length === 0,
    message: () =>
      problems.length === 0
        ? `The ${side} is as ${operationId} of ${version} has it.`
        : `The ${side} is not as ${operationId} of ${version} has it:\n${explain(findings, { request: body, response: body })}`,
  };
}

// Servers replace the global classes by their own, so what `fetch` gives need not be an instance of them.
function isRequest(value: unknown): value is Request {
  return typeof value === "object" && value !== null && "method" in value && "clone" in value;
}

function isResponse(value: unknown): value is Response {
  return typeof value === "object" && value !== null && "status" in value && "clone" in value;
}
