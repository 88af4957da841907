import type { Seed } from "./format.ts";

/** A workspace with one connection that may do everything, and nothing else. */
export const emptySeed: Seed = {
  workspaces: [
    {
      id: "00000000-0000-8000-8000-00000000aaaa",
      name: "Local workspace",
      connections: [
        {
          id: "00000000-0000-8000-8000-00000000bbbb",
          name: "Local development",
          tokens: ["ntn_local_dev"],
        },
      ],
    },
  ],
};
