/** Where the server's time comes from. The control API can freeze, set and advance it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
