import { mock } from "./mock.ts";
import type { Target } from "./target.ts";

/** Every target that the suite runs against. */
export const targets: Target[] = [mock];
