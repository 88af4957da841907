import { createServer } from "@notional/server";
import type { Target } from "../target.ts";
import { about } from "./about.ts";
import { refusals } from "./refusals.ts";

/** "Now" in the examples. */
const NOW = new Date("2026-03-11T10:00:00.000Z");

/** The local server with the sample workspace, which the examples tell of. */
export const server: Target = {
  name: "server",
  async start() {
    const running = await createServer({ clock: { now: () => NOW } });
    const url = await running.listen();
    const status = (await (await fetch(`${url}/_notional/status`)).json()) as {
      versions: { version: string; missing: string[] }[];
    };
    const missing = new Map(status.versions.map(({ version, missing }) => [version, new Set(missing)]));
    return {
      url,
      token: "ntn_local_dev",
      credentials: { clientId: "bf6e1d48-5c20-4fa3-9d79-804c3b2ea1f6", clientSecret: "secret_local_dev" },
      reset: running.reset,
      fit({ operationId, path }, request) {
        // A cursor comes from an earlier answer, and a fresh server has given none.
        const { start_cursor: _, ...query } = request.query;
        const ids = about[operationId];
        const id = ids?.[request.name] ?? ids?.other;
        const parameter = /\{(\w+)\}/.exec(path)?.[1];
        if (id === undefined || parameter === undefined) return { ...request, query };
        return { ...request, query, path: { ...request.path, [parameter]: id } };
      },
      lacks: (operationId, version) => missing.get(version)?.has(operationId) ?? false,
      refusal: (operationId, request) => refusals[`${operationId}/${request}`],
      close: running.close,
    };
  },
};
