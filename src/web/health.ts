/** `/healthz`: the process lives. `/readyz`: it can do its work. `/metrics`: how it goes, for Prometheus. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { routePath } from 'hono/route'
import type { MiddlewareHandler } from 'hono/types'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { WebEnv } from './context.ts'
import { connectionOf, isLoopbackAddress } from './request-source.ts'

export interface Health {
  routes: Hono<WebEnv>
  /** Measures every request by route, never by address: addresses name sign-ins. */
  measure: MiddlewareHandler<WebEnv>
}

export interface HealthOptions {
  /** Throws when the database does not answer. */
  ready: () => Promise<unknown>
  metricsToken: string | null
}

export function createHealth({ ready, metricsToken }: HealthOptions): Health {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from request to answer, by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.02, 0.04, 0.08, 0.15, 0.3, 0.6, 1, 2.5, 5],
    registers: [registry],
  })
  const routes = new Hono<WebEnv>()
  routes.get('/healthz', (c) => c.text('ok\n'))
  routes.get('/readyz', async (c) => {
    const works = await ready().then(
      () => true,
      () => false,
    )
    return c.text(works ? 'ready\n' : 'the database does not answer\n', works ? 200 : 503)
  })
  routes.get('/metrics', async (c) => {
    if (metricsToken === null ? !isThisMachine(c) : !shows(c, metricsToken)) return c.notFound()
    return c.body(await registry.metrics(), 200, { 'Content-Type': registry.contentType })
  })
  return {
    routes,
    measure: async (c, next) => {
      const stop = duration.startTimer()
      await next()
      stop({ method: c.req.method, route: routeOf(c), status: String(c.res.status) })
    },
  }
}

/** A proxy on the same machine says on whose behalf it asks, and that is not the machine. */
function isThisMachine(c: Context): boolean {
  const proxied = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some((name) => c.req.header(name) !== undefined)
  return !proxied && isLoopbackAddress(connectionOf(c) ?? '')
}

function shows(c: Context, token: string): boolean {
  const [, shown = ''] = /^Bearer (.*)$/i.exec(c.req.header('authorization') ?? '') ?? []
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(shown), digest(token))
}

function routeOf(c: Context<WebEnv>): string {
  return c.res.status === 404 ? 'none' : routePath(c)
}
