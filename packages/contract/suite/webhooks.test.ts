import { createHmac } from "node:crypto";
import { bundledVersions, webhooksOf } from "@notional/checker";
import { describe, expect, test } from "vitest";
import { deliveryCases } from "../src/cases.ts";
import { checkerOf } from "../src/checkers.ts";
import { logExercised } from "../src/exchange-log.ts";

describe.each(bundledVersions())("%s", (version) => {
  const checker = checkerOf(version);
  const { bundle } = checker;
  const webhooks = webhooksOf(bundle);
  const events = webhooks.filter(({ name }) => name !== "verification");

  describe.each(events)("$name", (webhook) => {
    const { name, operationId } = webhook;
    const deliveries = deliveryCases(bundle, webhook);

    test("is shown", () => {
      expect(deliveries).not.toEqual([]);
    });

    test.each(deliveries)("as $name", ({ value }) => {
      expect(checker.checkDelivery(webhook, value)).toEqual([]);
      expect(value).toMatchObject({ type: name, api_version: version });
      logExercised({
        target: "document",
        version,
        operationId,
        status: 200,
        request: { query: [], body: value },
        response: { body: undefined },
      });
    });

    test.each(deliveries)("and not as what $name could be mistaken for", ({ value }) => {
      const event = Object(value);
      for (const field of Object.keys(event).filter((key) => key !== "accessible_by")) {
        const { [field]: _, ...rest } = event;
        expect(checker.checkDelivery(webhook, rest), `without ${field}`).not.toEqual([]);
      }
      const others = events.filter((other) => other.name !== name);
      expect(others.filter((other) => checker.checkDelivery(other, value).length === 0)).toEqual([]);
      for (const change of [
        { object: "event" },
        { attempt_number: 9 },
        { api_version: "2022-02-22" },
        { entity: { ...event.entity, type: "user" } },
        { data: { ...event.data, content: "" } },
        { authors: [{ id: event.id, type: "group" }] },
      ]) {
        const wrong = { ...event, ...change };
        expect(checker.checkDelivery(webhook, wrong), JSON.stringify(change)).not.toEqual([]);
      }
    });
  });

  describe("verification", () => {
    const [webhook] = webhooks.filter(({ name }) => name === "verification");
    if (!webhook) throw new Error("The bundle has no verification.");
    const handshake = deliveryCases(bundle, webhook)[0]?.value as { verification_token: string };

    test("brings the token", () => {
      expect(checker.checkDelivery(webhook, handshake)).toEqual([]);
      expect(checker.checkDelivery(webhook, {})).not.toEqual([]);
      logExercised({
        target: "document",
        version,
        operationId: webhook.operationId,
        status: 200,
        request: { query: [], body: handshake },
        response: { body: undefined },
      });
    });

    test("the signature that the document shows is that of the handshake", () => {
      const hmac = createHmac("sha256", handshake.verification_token);
      const digest = hmac.update(JSON.stringify(handshake)).digest("hex");
      for (const { name, parameters } of webhooks) {
        expect(parameters, name).toMatchObject([
          { name: "X-Notion-Signature", required: true, example: `sha256=${digest}` },
        ]);
      }
    });
  });
});
