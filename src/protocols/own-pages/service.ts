/** SEB's own pages as a service that people log in to through SEB: the answer is the session itself, so nothing is sent. */
import type { ServiceProtocol } from '../../brokering/ports.ts'

export function ownPagesProtocol({ publicUrl }: { publicUrl: URL }): ServiceProtocol {
  const front = { kind: 'redirect', url: new URL('/', publicUrl) } as const
  return {
    respond: (_service, { request }, { pairwiseSubject }) => ({
      outbound: { kind: 'redirect', url: new URL(request.replyTo, publicUrl) },
      name: { value: pairwiseSubject, format: 'persistent' },
    }),
    preview: () => ({ attributes: [], privileges: null }),
    usuallyAsks: () => null,
    refuse: () => front,
    // The session is all there is, and it has ended: there is nobody to tell.
    logOut: () => null,
    answerLogOut: () => null,
  }
}
