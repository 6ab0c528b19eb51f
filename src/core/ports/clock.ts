/** The time. Tests hold it still. */
export type Clock = {
  /** Milliseconds since the epoch, UTC. */
  now(): number;
};
