/** Which public keys are strong enough to be used at all, ours or another party's. */
import type { KeyObject } from 'node:crypto'

/** OpenSSL's names for P-256, P-384 and P-521. */
const curves = ['prime256v1', 'secp384r1', 'secp521r1']

/**
 * Says what is wrong with a key, or nothing when it may be used: RSA of at least 2048 bits or an elliptic curve of at
 * least P-256 (saml2int SDP-MD06/07, which OIOSAML 3 follows).
 */
export function keyWeakness(key: KeyObject): string | undefined {
  const details = key.asymmetricKeyDetails
  switch (key.asymmetricKeyType) {
    case 'rsa': {
      const bits = details?.modulusLength ?? 0
      return bits >= 2048 ? undefined : `the RSA key has ${bits} bits; at least 2048 are needed`
    }
    case 'ec': {
      const curve = details?.namedCurve ?? 'unknown'
      return curves.includes(curve)
        ? undefined
        : `the elliptic curve ${curve} is not in use here; P-256, P-384 and P-521 are`
    }
    default:
      return `keys of type ${key.asymmetricKeyType} are not in use here; RSA and elliptic curve keys are`
  }
}

/** The family of a key that `keyWeakness` has nothing against. */
export function keyKind(key: KeyObject): 'rsa' | 'ec' {
  return key.asymmetricKeyType === 'ec' ? 'ec' : 'rsa'
}

/** As people call it: `RSA 3072`, `EC prime256v1`, `ed25519`. */
export function keyName({ asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject): string {
  if (type === 'rsa') return `RSA ${details?.modulusLength ?? '?'}`
  return type === 'ec' ? `EC ${details?.namedCurve ?? '?'}` : (type ?? '?')
}
