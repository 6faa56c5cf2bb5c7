/** Whether something answers HTTP at an address. */

/** True when `url` answers with one of the statuses asked for (200 unless told). */
export async function httpReady(url: string | URL, statuses: readonly number[] = [200]): Promise<boolean> {
  const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(5_000) })
  await answer.arrayBuffer()
  return statuses.includes(answer.status)
}
