/** What the tests need of a service that somebody else wrote, whichever program stands behind it. */

/** What a service says that it was told about the person. */
export type Received = { nameId: string; attributes: Record<string, string[]> }

/** An independent SAML service, running. */
export type ServicePeer = AsyncDisposable & {
  /** The program's name, for the names of tests. */
  name: string
  entityId: string
  /** Its SAML metadata, made by itself where it can. */
  metadata: string
  /** Where it takes answers. */
  acs: URL
  /** Opening this begins a log-in and ends, logged in, at `received`. */
  logIn: URL
  /** The same, but the request travels in a form post; for a service that can. */
  logInByPost?: URL
  /** The same, but the request names the one identity provider it wants (IDPList); for a service that can. */
  logInAt?(provider: { entityId: string }): URL
  /** Where it tells what it received, as far as it knows the browser. */
  received: URL
  /** Opening this begins a log-out everywhere, for a service that can. */
  logOut?: URL
  /** Reads what `received` answered; undefined when nobody is logged in. */
  read(page: { status: number; body: string; url: URL }): Received | undefined
  /** What the program wrote, to see why something failed. */
  log(): Promise<string>
}

/** The identity provider that a service is to trust: SEB, or another peer in a control. */
export type TrustedProvider = { entityId: string; metadata: string }
