import { lookup as resolveName, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';

/** Tells every address of a name; tests replace it. */
export type Lookup = (
  host: string,
  tell: (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void,
) => void;

export const systemLookup: Lookup = (host, tell) =>
  // Where a name is not known, Node gives no addresses, whatever its types say.
  resolveName(host, { all: true }, (error, addresses) => tell(error, error === null ? addresses : []));

/**
 * A socket's own look-up, so that what was checked is what is connected to: every address of the name has to be allowed,
 * else the error of `refusal`. Never called for a host that is an address.
 */
export function guardedLookup(
  lookup: Lookup,
  isAllowed: (address: string, name: string) => boolean,
  refusal: () => Error,
): LookupFunction {
  return (name, options, callback) => {
    lookup(name, (error, addresses) => {
      const [first] = addresses;
      if (error !== null) callback(error, []);
      else if (first === undefined || !addresses.every(({ address }) => isAllowed(address, name)))
        callback(refusal(), []);
      else if (options.all === true) callback(null, [...addresses]);
      else callback(null, first.address, first.family);
    });
  };
}
