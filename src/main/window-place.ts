import { z } from 'zod';

/** Where a window stood, in points of the screen. */
export const WindowPlace = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  isMaximized: z.boolean(),
});
export type WindowPlace = z.infer<typeof WindowPlace>;

type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** So much of a window's head must be within reach, in points: a person takes hold of it there. */
const seenWidth = 120;
const seenHeight = 32;

/**
 * Where a window may stand again on the screens there are now: where it stood, if a person can take hold of it there;
 * else no place, for the system to choose one. It is never larger than its screen.
 */
export function placeAgain(place: WindowPlace, areas: readonly Area[]): Partial<Area> {
  const area = areas.find((each) => isWithinReach(place, each));
  const largest = area ?? areas[0] ?? place;
  const size = { width: Math.min(place.width, largest.width), height: Math.min(place.height, largest.height) };
  return area === undefined ? size : { x: place.x, y: place.y, ...size };
}

function isWithinReach({ x, y, width }: Area, area: Area): boolean {
  const seen = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
  return seen >= Math.min(seenWidth, width) && y >= area.y && y + seenHeight <= area.y + area.height;
}
