/**
 * The HTTP server, with a bound on everything a client can hold on to: how long it takes to send its headers and its request,
 * how large the headers are, how long a connection lies idle. (Security C14)
 */
import { createServer, type Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import type { WebEnv } from './context.ts'

const second = 1000

export const httpLimits = {
  /** A browser sends its headers at once; whoever sends one byte now and then is cut off. */
  headersTimeout: 10 * second,
  /** The largest upload over the slowest line that people have. */
  requestTimeout: 120 * second,
  /** Longer than the balancer in front keeps its connections, so that it is never the one to find them closed. */
  keepAliveTimeout: 75 * second,
  connectionsCheckingInterval: 5 * second,
  maxHeaderSize: 16 * 1024,
} as const

export function createHttpServer({ fetch }: Pick<Hono<WebEnv>, 'fetch'>): Server {
  const server = createAdaptorServer({ fetch, createServer, serverOptions: { ...httpLimits } })
  return server as Server
}
