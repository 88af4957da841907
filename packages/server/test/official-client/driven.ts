import {
  type Checker,
  createChecker,
  loadBundle,
  type Problem,
  type RecordedRequest,
} from "@notional/checker";
import { Client } from "@notionhq/client";
import { onTestFinished, vi } from "vitest";
import type { Settings } from "../../src/index.ts";
import { type Fixture, startServer } from "../fixture.ts";
import { world } from "./world.ts";

/** What went over the wire: which operation of the document it was, and what the document finds wrong with it. */
export interface Exchange {
  operationId: string | undefined;
  status: number;
  problems: Problem[];
}

/** The official client, and the server that it talks to over a socket. */
export interface Driven {
  client: Client;
  fixture: Fixture;
  baseUrl: string;
  exchanges: Exchange[];
}

/** The versions that the SDK speaks: its own default, and the one that has to be asked for. */
export const sdkVersions = ["2025-09-03", "2026-03-11"] as const;
type SdkVersion = (typeof sdkVersions)[number];

const checkers = new Map(sdkVersions.map((version) => [version, createChecker(loadBundle(version))]));

/**
 * Starts a server with one of everything, and points the SDK at it as a user would: by `auth` and `baseUrl`, and by
 * the version where it is not the default. Every request and answer is held to the document.
 */
export async function drive(version: SdkVersion, settings: Partial<Settings> = {}): Promise<Driven> {
  const fixture = await startServer(world, settings);
  const baseUrl = await fixture.server.listen();
  const exchanges: Exchange[] = [];
  // The SDK takes the global one when it is made.
  const send = globalThis.fetch;
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    const response = await send(url, init);
    exchanges.push(await check(version, url, init, response.clone()));
    return response;
  });
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  const client = new Client({
    auth: "ntn_local_dev",
    baseUrl,
    ...(version !== Client.defaultNotionVersion && { notionVersion: version }),
  });
  return { client, fixture, baseUrl, exchanges };
}

async function check(
  version: SdkVersion,
  url: string,
  { method = "GET", headers: sent, body }: RequestInit,
  response: Response,
): Promise<Exchange> {
  const checker = checkers.get(version) as Checker;
  const { pathname: path, searchParams } = new URL(url);
  const headers = Object.fromEntries(
    Object.entries(sent as Record<string, string>).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const request: RecordedRequest = {
    method,
    path,
    query: [...searchParams],
    headers,
    ...(typeof body === "string" && { body: JSON.parse(body) as unknown }),
  };
  const operation = checker.operationOf(request);
  const { status } = response;
  const answer = (await response.json()) as unknown;
  return {
    operationId: operation?.operationId,
    status,
    problems: [
      // What is refused may well be wrong. The parts of a form are not looked at here.
      ...(body instanceof FormData || status === 400 ? [] : checker.checkRequest(request)),
      // No document has what only this server says.
      ...(status === 501 || !operation
        ? []
        : checker.checkResponse(operation, {
            status,
            headers: Object.fromEntries(response.headers),
            body: answer,
          })),
    ],
  };
}
