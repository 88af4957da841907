export type { Delivery } from "./helpers/webhooks.ts";
export { isSignedBy, receiveWebhook, signWebhook, WebhookError } from "./helpers/webhooks.ts";
