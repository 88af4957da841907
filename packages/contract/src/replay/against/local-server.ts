import { createServer, sequentialIds } from "@notional/server";
import { presupposedBy } from "../presupposed/seed.ts";
import { tapeClock } from "../tape-clock.ts";
import type { Against } from "./against.ts";

const TOKEN = "ntn_replay";

/** How long the index of titles does not notice what was made. The clock skips it when the recorded one had noticed. */
const SEARCH_DELAY = 100;

/** A local server for each tape, in this process: it begins with what the tape presupposes and lives at its time. */
export const localServer: Against = {
  name: "server",
  async begin(tape, onCrash) {
    const { seed, known } = presupposedBy(tape, TOKEN);
    const clock = tapeClock(tape, SEARCH_DELAY);
    const server = await createServer({
      seed,
      clock,
      ids: sequentialIds(1),
      settings: { searchDelay: SEARCH_DELAY },
      onError: onCrash,
    });
    return {
      fetch: (request) => server.fetch(request),
      token: TOKEN,
      known,
      prepare: (exchange) => clock.reach(exchange),
      end: () => server.close(),
    };
  },
  close: async () => {},
};
