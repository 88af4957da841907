import type { Mock } from "@notional/mock";
import type { Handler } from "./front-door.ts";

/** What answers `/v1`. The mock does, until the stateful server takes its place here. */
export const createApi = (mock: Mock): Handler => mock.handler;
