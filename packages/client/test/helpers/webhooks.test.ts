import { signWebhookPayload, verifyWebhookSignature } from "@notionhq/client";
import { describe, expect, expectTypeOf, test } from "vitest";
import { isSignedBy, receiveWebhook, signWebhook, WebhookError } from "../../src/webhooks.ts";

const token = "secret_tMrlL1qK5vuQAh1b6cZGhFChZTSYJlce98V0pYn7yBl";
const event = {
  id: "367cba44-b6f3-4c92-81e7-6a2e9659efd4",
  type: "page.created",
  entity: { id: "2a7e3b51-8d4f-4c69-b2ea-3f507b9d1c23", type: "page" },
};
const body = JSON.stringify(event);

const delivery = (text: string, signature?: string) =>
  new Request("https://lighthouse.example/hooks", {
    method: "POST",
    body: text,
    headers: signature === undefined ? {} : { "x-notion-signature": signature },
  });

describe("shape", () => {
  test("an event", async () => {
    const request = delivery(body, await signWebhook(token, body));
    expect(await receiveWebhook(request, { verificationToken: token })).toEqual(event);
  });

  test("the handshake, before and after its token is known", async () => {
    const handshake = JSON.stringify({ verification_token: token });
    const signature = await signWebhook(token, handshake);
    for (const verificationToken of [undefined, token]) {
      const received = await receiveWebhook(delivery(handshake, signature), { verificationToken });
      expect(received).toEqual({ verification_token: token });
    }
  });

  test("the type narrows", async () => {
    const request = delivery(body, await signWebhook(token, body));
    const received = await receiveWebhook(request, { verificationToken: token, version: "2025-09-03" });
    if (received.verification_token !== undefined) throw new Error("This is an event.");
    expectTypeOf(received.api_version).toEqualTypeOf<"2025-09-03">();
    if (received.type === "page.created") expectTypeOf(received.entity.type).toEqualTypeOf<"page">();
    // @ts-expect-error a type that there is not
    expect(received.type === "page.painted").toBe(false);
  });
});

describe("validation", () => {
  const wrong = new WebhookError("X-Notion-Signature is missing or wrong.");

  test("a changed body", async () => {
    const signature = await signWebhook(token, body);
    const changed = delivery(body.replace("page.created", "page.deleted"), signature);
    await expect(receiveWebhook(changed, { verificationToken: token })).rejects.toThrow(wrong);
  });

  test("every changed digit of the signature, and other forms of it", async () => {
    const signature = await signWebhook(token, body);
    for (let index = "sha256=".length; index < signature.length; index += 1) {
      const digit = signature[index] === "0" ? "1" : "0";
      const changed = signature.slice(0, index) + digit + signature.slice(index + 1);
      expect(await isSignedBy(token, body, changed), changed).toBe(false);
    }
    for (const other of [
      "",
      "sha256=",
      signature.slice(7),
      `${signature}00`,
      signature.slice(0, -1),
      signature.replace("sha256", "sha1"),
    ]) {
      expect(await isSignedBy(token, body, other), other).toBe(false);
    }
    await expect(
      receiveWebhook(delivery(body, `${signature}00`), { verificationToken: token }),
    ).rejects.toThrow(wrong);
  });

  test("a missing header", async () => {
    await expect(receiveWebhook(delivery(body), { verificationToken: token })).rejects.toThrow(wrong);
    expect(await isSignedBy(token, body, null)).toBe(false);
  });

  test("another token, or none", async () => {
    const request = delivery(body, await signWebhook("another", body));
    await expect(receiveWebhook(request, { verificationToken: token })).rejects.toThrow(wrong);
    const early = delivery(body, await signWebhook(token, body));
    await expect(receiveWebhook(early, {})).rejects.toThrow(
      new WebhookError("There is no token yet to check an event with."),
    );
    expect(await isSignedBy("", body, await signWebhook(token, body))).toBe(false);
  });

  test("a handshake of somebody else", async () => {
    const handshake = JSON.stringify({ verification_token: "mine" });
    const request = delivery(handshake, await signWebhook("mine", handshake));
    await expect(receiveWebhook(request, { verificationToken: token })).rejects.toThrow(
      new WebhookError("The handshake brings another token than the one that is known."),
    );
  });

  test.each(["", "[", "null", '"page.created"'])("no JSON object: %j", async (text) => {
    const request = delivery(text, await signWebhook(token, text));
    await expect(receiveWebhook(request, { verificationToken: token })).rejects.toThrow(
      new WebhookError("The body is no JSON object."),
    );
  });

  test("an object that is no delivery", async () => {
    for (const text of ["{}", '{"verification_token":1}', "[]"]) {
      const request = delivery(text, await signWebhook(token, text));
      await expect(receiveWebhook(request, { verificationToken: token })).rejects.toThrow(
        new WebhookError("This is no delivery."),
      );
    }
  });
});

describe("behaviour", () => {
  test("the official SDK signs and verifies the same, text and bytes", async () => {
    for (const payload of [body, "Jürgen 👍🏽", new Uint8Array([0, 255, 10, 13])]) {
      const theirs = await signWebhookPayload({ body: payload, verificationToken: token });
      expect(await isSignedBy(token, payload, theirs)).toBe(true);
      expect(await isSignedBy(token, payload, theirs.toUpperCase().replace("SHA256", "sha256"))).toBe(true);
      const ours = await signWebhook(token, payload);
      expect(ours).toBe(theirs);
      expect(await verifyWebhookSignature({ body: payload, signature: ours, verificationToken: token })).toBe(
        true,
      );
    }
  });
});
