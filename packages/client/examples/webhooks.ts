// Receives what Notion sends, wherever requests are `Request`: workers, Deno, Bun, Hono.
import { receiveWebhook, signWebhook, WebhookError } from "@notional/client/webhooks";

const verificationToken = "secret_of_the_subscription";

async function handle(request: Request): Promise<Response> {
  try {
    const delivery = await receiveWebhook(request, { verificationToken });
    if (delivery.verification_token !== undefined) console.log("confirm it in Notion with this token");
    else console.log(delivery.type, delivery.entity.id);
    return new Response(null, { status: 200 });
  } catch (error) {
    if (error instanceof WebhookError) return new Response(error.message, { status: 401 });
    throw error;
  }
}

// What Notion would send, and what somebody else would.
const body = JSON.stringify({ type: "page.created", entity: { id: "2a7e3b51-8d4f-4c69-b2ea-3f507b9d1c23" } });
const signature = await signWebhook(verificationToken, body);
const deliver = (text: string) =>
  handle(
    new Request("https://lighthouse.example/", {
      method: "POST",
      body: text,
      headers: { "X-Notion-Signature": signature },
    }),
  );
console.log((await deliver(body)).status, (await deliver(`${body} `)).status);
