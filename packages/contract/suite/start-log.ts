import { startLog } from "../src/exchange-log.ts";

/** The coverage of a run is that run's alone. */
export default startLog;
