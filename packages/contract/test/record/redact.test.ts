import { expect, test } from "vitest";
import { createRedactor } from "../../src/record/redact.ts";

test("tokens, signatures and addresses go, and the same person stays the same", () => {
  const redact = createRedactor();
  expect(
    redact({
      access_token: "anything",
      text: "use ntn_1234567890abc or secret_abcdefghij12",
      url: "https://s3.example/x?X-Amz-Algorithm=A&X-Amz-Signature=5ec&X-Amz-Credential=AK%2F1",
      people: ["Ada@Lighthouse.example", "ben@lighthouse.example", "ada@lighthouse.example"],
      kept: ["notion", 1, null, true],
    }),
  ).toEqual({
    access_token: "redacted",
    text: "use redacted or redacted",
    url: "https://s3.example/x?X-Amz-Algorithm=A&X-Amz-Signature=redacted&X-Amz-Credential=redacted",
    people: ["person-1@example.org", "person-2@example.org", "person-1@example.org"],
    kept: ["notion", 1, null, true],
  });
});

test("the body of an error with a token in its message loses only the token", () => {
  const redact = createRedactor();
  expect(redact({ message: "API token ntn_abcdefghijkl is invalid." })).toEqual({
    message: "API token redacted is invalid.",
  });
});
