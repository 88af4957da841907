import { mock } from "../src/targets/mock.ts";

// Tells whoever forked this where the mock is, and goes when they do.
const { close, ...mine } = await mock.start();
process.once("disconnect", close);
process.send?.(mine);
