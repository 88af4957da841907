export { createRecorder, type Recorder, type RecorderOptions } from "../record/record.ts";
export { explain } from "../run/explain.ts";
export { checkRecordings, strayExchanges, type Verdict } from "./check.ts";
export { type Drift, driftOf, printDrift } from "./drift.ts";
export { type Exchange, readRecordings } from "./read.ts";
export { isBad, report } from "./report.ts";
