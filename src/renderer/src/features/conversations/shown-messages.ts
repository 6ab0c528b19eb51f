/** So many messages of a thread are shown at first, and so many more each time earlier ones are asked for. */
const atFirst = 60;
const more = 200;

/** The index of the first message that a thread of `count` messages opens with. */
export function firstShown(count: number): number {
  // A button that brings a handful of messages would be in the way.
  return count <= atFirst * 1.5 ? 0 : count - atFirst;
}

/** The index of the first message once earlier ones were asked for. */
export function earlierFrom(from: number): number {
  return from <= more * 1.5 ? 0 : from - more;
}
