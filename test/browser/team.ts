/** The people of one sandbox, each at a browser of their own, who all come the same way. */
import type { Browser } from 'playwright-core'
import type { ServiceKey } from '../../sandbox/data/services.ts'
import type { Way as LogInWay, SandboxStage } from '../support/sandbox-stage.ts'
import { enterAdministration, enterService } from './sandbox-visit.ts'
import { Visitor, type Way } from './visitor.ts'

export class Team {
  readonly stage: SandboxStage
  readonly language: Way['language']
  readonly #browser: Browser
  readonly #way: Way
  readonly #looked: Set<string>
  readonly #administrators = new Map<string, Visitor>()

  constructor(browser: Browser, stage: SandboxStage, way: Way, looked: Set<string>) {
    this.stage = stage
    this.language = way.language
    this.#browser = browser
    this.#way = way
    this.#looked = looked
  }

  /** At their first page of the administration; logged in once, and there still the next time. */
  async administrator(key: string): Promise<Visitor> {
    const known = this.#administrators.get(key)
    if (known) {
      await known.go('/admin')
      return known
    }
    const visitor = await this.#open()
    this.#administrators.set(key, visitor)
    await enterAdministration(visitor, key, this.language)
    return visitor
  }

  /** Logs in to a demo service in a browser where nobody is logged in. The caller closes it. */
  async atService(key: string, service: ServiceKey, way: LogInWay, ends: 'in' | 'refused' = 'in'): Promise<Visitor> {
    const visitor = await this.#open()
    await enterService(visitor, key, { service, way, ends }, this.language)
    return visitor
  }

  /** Somebody whom SEB does not know, at an empty page. The caller closes it. */
  newcomer(): Promise<Visitor> {
    return this.#open()
  }

  /** Tells of everything that was seen to be wrong. */
  async close(): Promise<void> {
    for (const visitor of this.#administrators.values()) await visitor.close()
  }

  #open(): Promise<Visitor> {
    return Visitor.open(this.#browser, this.stage.url, this.#way, this.#looked)
  }
}
