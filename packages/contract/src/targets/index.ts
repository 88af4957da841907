import { mock } from "./mock.ts";
import { server } from "./server/index.ts";
import type { Target } from "./target.ts";

/** Every target that the suite runs against; the live API is one of the `notional contract run` command only. */
export const targets: Target[] = [mock, server];
