/** Which network addresses belong to the open Internet, and so may be fetched from on a person's word. */
import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** IANA's special-purpose registries for IPv4 and IPv6, what is not globally reachable and what leads to such. */
const special: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8],
  ['100.64.0.0', 10], // shared between a carrier and its customers
  ['127.0.0.0', 8],
  ['169.254.0.0', 16], // link-local, and the clouds' machine metadata
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3], // multicast, reserved, broadcast
  ['::', 96], // unspecified, loopback, IPv4-compatible
  ['::ffff:0:0', 96], // IPv4-mapped
  ['64:ff9b::', 96], // NAT64: an IPv4 address in other clothes, as are 6to4 and Teredo below
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
]

/** Apart, since a list that holds both takes an IPv4 address for its IPv4-mapped form. */
const closed = { ipv4: new BlockList(), ipv6: new BlockList() }
for (const [network, prefix] of special) {
  const family = isIPv4(network) ? 'ipv4' : 'ipv6'
  closed[family].addSubnet(network, prefix, family)
}

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** True only for an address that is globally reachable. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !closed.ipv4.check(address, 'ipv4')
  return isIPv6(address) && !closed.ipv6.check(address, 'ipv6')
}

/** True for an address of this very machine. */
export function isLoopbackAddress(address: string): boolean {
  return isIPv4(address) ? loopback.check(address, 'ipv4') : isIPv6(address) && loopback.check(address, 'ipv6')
}

/** True for the names and addresses that by definition mean this very machine (RFC 6761 §6.3), as a URL has them. */
export function isLoopbackHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '')
  return host === 'localhost' || host.endsWith('.localhost') || isLoopbackAddress(host)
}
