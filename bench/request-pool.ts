/** Signed requests kept ready, so that a service's signing does not slow down what is measured. */
import { setImmediate as breathe } from 'node:timers/promises'
import type { TestService } from '../test/support/test-service.ts'
import type { Asked } from './log-in.ts'
import { type Employee, itemAt } from './small-sector.ts'

export type PreparedLogIn = Asked & { employee: Employee }

export class RequestPool {
  readonly #services: readonly TestService[]
  readonly #employees: readonly Employee[]
  readonly #ready: PreparedLogIn[] = []
  #made = 0

  constructor(services: readonly TestService[], employees: readonly Employee[]) {
    this.#services = services
    this.#employees = employees
  }

  /** SEB takes a request for five minutes only: more than are needed by then should not be made. */
  async prepare(count: number): Promise<void> {
    while (this.#ready.length < count) {
      this.#ready.push(this.#make())
      // Connections that SEB closes in the meantime must be noticed.
      if (this.#ready.length % 100 === 0) await breathe()
    }
  }

  next(): PreparedLogIn {
    return this.#ready.shift() ?? this.#make()
  }

  /** Every employee in turn, each time at another service; the request names the employee's own provider. */
  #make(): PreparedLogIn {
    const at = this.#made
    this.#made += 1
    const employee = itemAt(this.#employees, at)
    const service = itemAt(this.#services, at + Math.floor(at / this.#employees.length))
    return { service, employee, ...service.ask({ providers: [employee.provider.entityId] }) }
  }
}
