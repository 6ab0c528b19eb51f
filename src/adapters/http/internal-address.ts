import { BlockList, isIPv4, isIPv6 } from 'node:net';

/*
 * IANA's special-purpose registry, and Azure's 168.63.129.16, which looks public and is the host of a virtual machine.
 * 198.18.0.0/15 is left out: nobody has a network there, but tunnelling proxies give every public name an address of it.
 */
const internal = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  internal.addSubnet(net, bits, 'ipv4');
}

/** Whether an IP address belongs to this computer, a private network or a cloud's insides; true for what is none. */
export function isInternalAddress(address: string): boolean {
  const bare = address.replace(/%.*$/s, '');
  if (isIPv4(bare)) return internal.check(bare, 'ipv4');
  if (!isIPv6(bare)) return true;
  const groups = groupsOf(bare);
  const carried = carriedIpv4(groups);
  return carried === null ? !isGlobalUnicast(groups) : internal.check(carried, 'ipv4');
}

/** Whether an IP address is this computer's own. */
export function isLoopbackAddress(address: string): boolean {
  return address.startsWith('127.') || address === '::1' || /^::ffff:127\./i.test(address);
}

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): readonly number[] {
  const hex = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) => {
    const pair = (high: string, low: string): string => (Number(high) * 256 + Number(low)).toString(16);
    return `${pair(a, b)}:${pair(c, d)}`;
  });
  const [head = '', tail] = hex.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : new Array<string>(8 - left.length - right.length).fill('0');
  return [...left, ...zeros, ...right].map((group) => Number.parseInt(group, 16));
}

/** The IPv4 address inside a mapped (::ffff:0:0/96) or translated one (64:ff9b::/96, RFC 6052); null for others. */
function carriedIpv4(groups: readonly number[]): string | null {
  const [first = 0, second, third, fourth, fifth, sixth, high = 0, low = 0] = groups;
  const isBlank = third === 0 && fourth === 0 && fifth === 0;
  const isMapped = first === 0 && second === 0 && isBlank && sixth === 0xffff;
  const isTranslated = first === 0x64 && second === 0xff9b && isBlank && sixth === 0;
  return isMapped || isTranslated ? `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}` : null;
}

/** 2000::/3 without what tunnels (Teredo, 6to4), documents or has a protocol's own meaning. */
function isGlobalUnicast([first = 0, second = 0]: readonly number[]): boolean {
  if (first < 0x2000 || first > 0x3fff) return false;
  if (first === 0x2001) return second >= 0x0200 && second !== 0x0db8;
  return first !== 0x2002 && !(first === 0x3fff && second < 0x1000);
}
