/** A box in the window, px from its left and top. */
export type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** How far toasts stand from the edges of the window and from what they leave free, px. */
const margin = 10;
/** Higher bars are no bars: what stands above them must still be seen. */
const highestShare = 0.5;

/**
 * How far above the bottom of the window toasts begin, px: the bars with buttons that stand at the bottom, under the
 * toasts' own column, stay free.
 */
export function toastBottom(bars: readonly Box[], column: Pick<Box, 'left' | 'right'>, windowHeight: number): number {
  const heights = bars.flatMap(({ left, right, top, bottom }) => {
    const isBelow = left < column.right && right > column.left && bottom > windowHeight - margin;
    const height = windowHeight - top;
    return isBelow && height > 0 && height <= highestShare * windowHeight ? [height] : [];
  });
  return Math.max(0, ...heights) + margin;
}
