import type { Schema } from "@notional/openapi-types";
import type { Context } from "../context.ts";
import { validationError } from "../errors.ts";
import type { StoredCover, StoredIcon } from "../store/documents.ts";
import { dashed } from "../uuid.ts";
import { renderHosted, uploadNotFound } from "./files.ts";
import type { References } from "./references.ts";
import type { ContentReading } from "./rich-text/read.ts";

/**
 * An icon as a request has it, in the form in which it is kept.
 *
 * @throws ApiError validation_error for a file upload
 */
export function readIcon(icon: Schema<"IconRequest"> | null): StoredIcon {
  if (icon === null) return null;
  if ("emoji" in icon) return { type: "emoji", emoji: icon.emoji };
  if ("custom_emoji" in icon) {
    return { type: "custom_emoji", custom_emoji: { id: dashed(icon.custom_emoji.id) } };
  }
  if ("icon" in icon) {
    const { name, color = "gray" } = icon.icon;
    return { type: "icon", icon: { name, color } };
  }
  return readNativeIcon(icon) ?? readFile(icon);
}

const NATIVE_ICON =
  /^https:\/\/www\.notion\.so\/icons\/([a-z0-9-]+)_(gray|lightgray|brown|yellow|orange|green|blue|purple|pink|red)\.svg$/;

/** Recorded: who gives the address of one of Notion's own icons gets the icon. */
function readNativeIcon(icon: Schema<"IconRequest">): StoredIcon | undefined {
  const [, name, color] = ("external" in icon && NATIVE_ICON.exec(icon.external.url)) || [];
  if (name === undefined) return undefined;
  return { type: "icon", icon: { name, color: color as Schema<"NativeIconColor"> } };
}

/**
 * A cover as a request has it, in the form in which it is kept.
 *
 * @throws ApiError validation_error for a file upload, and for an address that is none of the web
 */
export function readCover(
  cover: Schema<"CoverRequest"> | null,
  { anyUrl = false }: ContentReading = {},
): StoredCover {
  if (cover === null) return null;
  if ("external" in cover && !anyUrl && !isOfTheWeb(cover.external.url)) throw invalidCover();
  return readFile(cover);
}

const isOfTheWeb = (url: string): boolean => /^https?:$/.test(URL.parse(url)?.protocol ?? "");

/** Reported: https://github.com/Kenshin/simpread/issues/7109; and by others of addresses of another scheme. */
const invalidCover = () => validationError("Invalid page cover URL.");

function readFile(file: Schema<"CoverRequest">): NonNullable<StoredCover> {
  if ("file_upload" in file) throw uploadNotFound(dashed(file.file_upload.id));
  // Only seeds bring files that are hosted already.
  if ("file" in file)
    return { type: "file", file: { url: (file.file as { url: string }).url } } as NonNullable<StoredCover>;
  return { type: "external", external: { url: file.external.url } };
}

/** A stored icon as an answer has it: of a custom emoji with its name and picture. */
export function renderIcon(
  icon: StoredIcon,
  references: References,
  context: Context,
): Schema<"Icon"> | null {
  if (icon?.type === "custom_emoji") {
    const { id } = icon.custom_emoji;
    const { name, url } = references.emojis.get(id) ?? { name: "", url: "" };
    return { type: "custom_emoji", custom_emoji: { id, name, url } };
  }
  return icon?.type === "file" ? { type: "file", file: renderHosted(icon.file, context) } : icon;
}

/** A stored cover as an answer has it. */
export const renderCover = (cover: StoredCover, context: Context): Schema<"Cover"> | null =>
  cover?.type === "file" ? { type: "file", file: renderHosted(cover.file, context) } : cover;
