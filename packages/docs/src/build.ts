import { buildPages } from "./build-pages.ts";
import { buildFidelity } from "./fidelity/build.ts";
import { buildGuides } from "./guides/build.ts";

try {
  const started = performance.now();
  const guides = await buildGuides();
  await buildFidelity();
  const { built, fresh } = await buildPages();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (built.length > 0) console.log(`docs: built ${built.join(", ")} in ${seconds} s`);
  console.log(`docs: ${guides.pages} guides, fidelity`);
  if (fresh.length > 0) console.log(`docs: up to date ${fresh.join(", ")}`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
