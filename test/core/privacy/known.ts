import type { KnownPersonalData } from '#core/privacy/personal-data.ts';

export function knownOf(known: Partial<KnownPersonalData>): KnownPersonalData {
  return { names: [], addresses: [], phones: [], emails: [], orderNumbers: [], trackingNumbers: [], ...known };
}
