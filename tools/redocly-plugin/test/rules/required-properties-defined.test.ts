import { expect, test } from "vitest";
import { lintWith } from "../lint.ts";

test("required properties are described, here or in a part; a mere condition describes none", async () => {
  const problems = await lintWith("required-properties-defined", {
    "openapi.yaml": `components: { schemas: { Page: { $ref: Page.yaml } } }`,
    "Page.yaml": `
type: object
allOf: [{ $ref: parts/Base.yaml }, { $ref: parts/Either.yaml }]
required: [id, title, icon]
properties:
  title: { type: string }
  inner: { type: object, required: [gone] }
`,
    "parts/Base.yaml": `properties: { id: { type: string } }`,
    "parts/Either.yaml": `oneOf: [{ required: [title] }, { required: [id] }]`,
  });
  expect(problems).toMatchInlineSnapshot(`
    [
      "Page.yaml:3:23 Describe the property \`icon\`, or take its name out of \`required\`.",
      "Page.yaml:6:37 Describe the property \`gone\`, or take its name out of \`required\`.",
    ]
  `);
});
