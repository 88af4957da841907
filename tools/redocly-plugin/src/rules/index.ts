import type { Rule } from "../visitor.ts";
import { closedRequestObjects } from "./closed-request-objects.ts";
import { commonErrors } from "./common-errors.ts";
import { deprecatedSaysSo } from "./deprecated-says-so.ts";
import { descriptionEverywhere } from "./description-everywhere.ts";
import { descriptionFullSentence } from "./description-full-sentence.ts";
import { noBareDiscriminator } from "./no-bare-discriminator.ts";
import { noBooleanProperties } from "./no-boolean-properties.ts";
import { operationHasCapabilities } from "./operation-has-capabilities.ts";
import { operationHasExample } from "./operation-has-example.ts";
import { operationIdGrammar } from "./operation-id-grammar.ts";
import { outOfLineComposition } from "./out-of-line-composition.ts";
import { requiredPropertiesDefined } from "./required-properties-defined.ts";
import { versionAnnotations } from "./version-annotations.ts";
import { webhookOutline } from "./webhook-outline.ts";

export const rules: Record<string, Rule> = {
  "closed-request-objects": closedRequestObjects,
  "common-errors": commonErrors,
  "deprecated-says-so": deprecatedSaysSo,
  "description-everywhere": descriptionEverywhere,
  "description-full-sentence": descriptionFullSentence,
  "no-bare-discriminator": noBareDiscriminator,
  "no-boolean-properties": noBooleanProperties,
  "operation-has-capabilities": operationHasCapabilities,
  "operation-has-example": operationHasExample,
  "operation-id-grammar": operationIdGrammar,
  "out-of-line-composition": outOfLineComposition,
  "required-properties-defined": requiredPropertiesDefined,
  "version-annotations": versionAnnotations,
  "webhook-outline": webhookOutline,
};
