import { createMock } from "@notional/mock";
import type { Target } from "./target.ts";

/** Prism over the bundles: stateless, so every documented answer can be asked for. */
export const mock: Target = {
  name: "mock",
  askFor: (status, example) => ({ prefer: `code=${status}, example=${example}` }),
  async start() {
    const server = createMock();
    const { url } = await server.listen(0);
    return {
      url,
      token: "ntn_local_dev",
      credentials: { clientId: "bf6e1d48-5c20-4fa3-9d79-804c3b2ea1f6", clientSecret: "secret_local_dev" },
      close: () => server.close(),
    };
  },
};
