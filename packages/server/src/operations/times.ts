/** Pages, blocks, data sources and comments tell time to the minute: `2026-07-04T09:50:00.000Z`. */
export const toMinute = (time: string): string => `${time.slice(0, 16)}:00.000Z`;

/** Databases and views tell it to the millisecond, with an offset: `2026-07-04T09:09:08.209+00:00`. */
export const withOffset = (time: string): string => time.replace(/Z$/, "+00:00");
