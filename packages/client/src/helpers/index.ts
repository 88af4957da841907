export type { AppendAllParameters } from "./append-children.ts";
export { appendAllChildren } from "./append-children.ts";
export type { ServerSentEvent } from "./event-stream.ts";
export { readEventStream, streamSession } from "./event-stream.ts";
export {
  isFullBlock,
  isFullComment,
  isFullDatabase,
  isFullDataSource,
  isFullPage,
  isFullPageOrDataSource,
  isFullUser,
  isFullView,
} from "./is-full.ts";
export { idFromUrl, urlFromId, viewIdFromUrl } from "./notion-url.ts";
export { plainTextToRichText, richTextToPlainText } from "./plain-text.ts";
export type { PlainFile, PlainValues, PropertyType } from "./read-property.ts";
export { plainValue, readProperty } from "./read-property.ts";
export { readReferences } from "./read-references.ts";
export type { AppendStep, PlannedParent } from "./split-children.ts";
export { splitChildren } from "./split-children.ts";
export { splitRichText, splitText } from "./split-text.ts";
export type { UploadOptions, UploadProgress, UploadSource } from "./upload.ts";
export { upload } from "./upload.ts";
export type { FileInput, PropertyInputs, WritableType } from "./write-property.ts";
export { propertyValue } from "./write-property.ts";
