import type { Seed } from "@notional/server";
import { idForm, uuidsIn } from "../ids.ts";
import { eachObject } from "../json.ts";
import type { Tape } from "../tapes.ts";
import { objectsOf } from "./objects.ts";
import { peopleOf } from "./people.ts";
import { sightingsOf } from "./sightings.ts";

/** What a tape presupposes. */
export interface Presupposed {
  seed: Seed;
  /** The ids of all that is in the seed. */
  known: Set<string>;
}

/**
 * The workspace as it was before the first request of a tape, as far as the tape tells: what answers show before
 * the tape made it, as they first show it, and what they only name.
 *
 * @param token What the caller is known by.
 */
export function presupposedBy({ exchanges }: Tape, token: string): Presupposed {
  const sighted = sightingsOf(exchanges);
  const { id, name, users, connection, emojis } = peopleOf(exchanges, sighted.made, token);
  const seed: Seed = {
    workspaces: [
      {
        ...(id !== undefined && { id }),
        name,
        users,
        connections: [connection],
        custom_emojis: emojis,
        objects: objectsOf(exchanges, sighted),
      },
    ],
  };
  return { seed, known: idsIn(seed, sighted.made) };
}

function idsIn(seed: Seed, made: ReadonlySet<string>): Set<string> {
  const known = new Set(uuidsIn(JSON.stringify(seed)));
  eachObject(seed, ({ id }) => {
    if (typeof id === "string" && idForm("id", id) === "short") known.add(id);
  });
  for (const id of made) known.delete(id);
  return known;
}
