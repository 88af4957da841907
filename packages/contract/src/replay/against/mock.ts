import { mock } from "../../targets/mock.ts";
import type { Against } from "./against.ts";
import { sendTo } from "./send.ts";

/** The mock. It holds nothing, so every tape can be replayed, and answers are examples: what is alike is mostly refusals. */
export async function localMock(): Promise<Against> {
  const { url, token, close } = await mock.start();
  return { name: "mock", begin: async () => ({ fetch: sendTo(url), token, known: [] }), close };
}
