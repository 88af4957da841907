import { findChecker } from "../../checkers.ts";
import type { Exchange } from "../../recordings/read.ts";
import { reads } from "../../run/reads.ts";
import { eachObject } from "../json.ts";
import { presupposedBy } from "../presupposed/seed.ts";
import type { Tape } from "../tapes.ts";
import { type Against, NotReplayable, Unreachable } from "./against.ts";
import { sendTo } from "./send.ts";

export interface Elsewhere {
  /** Without `/v1`. */
  url: string;
  token: string;
  /** Whether tapes that change something are replayed. */
  writes: boolean;
}

/**
 * Whatever answers the API at an address, such as the API itself. Nothing can be put there, so a tape is replayed only
 * if all that it presupposes is there under the recorded ids: as in the workspace that it was recorded in.
 */
export function elsewhere({ url, token, writes }: Elsewhere): Against {
  const send = sendTo(url);
  return {
    name: url,
    async begin(tape) {
      const change = tape.exchanges.find(changes);
      if (change && !writes) {
        throw new NotReplayable(`it changes something (${change.request.method} ${change.request.path})`);
      }
      const { seed, known } = presupposedBy(tape, token);
      for (const { kind, path } of placesOf(seed, tape)) {
        const version = tape.exchanges[0]?.version ?? "";
        const headers = { authorization: `Bearer ${token}`, "notion-version": version };
        const answer = await send(new Request(`http://localhost${path}`, { headers }));
        if (answer.status === 401) throw new Unreachable(`${url} refuses the token.`);
        await answer.body?.cancel();
        if (!answer.ok)
          throw new NotReplayable(`it presupposes a ${kind} that the target lacks: GET ${path}`);
      }
      return { fetch: send, token, known };
    },
    close: async () => {},
  };
}

function changes({ version, request }: Exchange): boolean {
  const operation = findChecker(version)?.operationOf(request);
  return operation ? !reads(operation) : request.method !== "GET";
}

const PLACES: Record<string, string> = {
  page: "pages",
  database: "databases",
  data_source: "data_sources",
  block: "blocks",
};

/** Where to ask for everything with an id that a seed has, once each, as far as the tape's version has such a place. */
function placesOf({ workspaces }: object & { workspaces: readonly { objects?: unknown }[] }, tape: Tape) {
  const places = new Map<string, { kind: string; path: string }>();
  const checker = findChecker(tape.exchanges[0]?.version ?? "");
  for (const { objects } of workspaces) {
    eachObject(objects, ({ object, id }) => {
      const place = PLACES[object as string];
      if (place === undefined || typeof id !== "string") return;
      const path = `/v1/${place}/${id}`;
      if (checker?.operationOf({ method: "GET", path })) places.set(id, { kind: String(object), path });
    });
  }
  return places.values();
}
