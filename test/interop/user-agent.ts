/** A browser without a screen: cookies per host, redirects, and the forms that SAML posts by itself. */

/** A form on a page: where it goes, and what its fields hold. */
export type Form = {
  /** The page it stands on, and so what the browser says it comes from. */
  page: URL
  action: URL
  method: 'get' | 'post'
  fields: Record<string, string>
  /** The submit buttons: a name and value travel with the one that is pressed. */
  buttons: { name: string; value: string; label: string }[]
}

/** An answer that is not a redirect. */
export type Page = { url: URL; status: number; type: string; body: string; forms: Form[]; refresh: URL | undefined }

type Cookie = { value: string; sameSite: boolean }

/** One person's browser. It keeps no state but its cookies, so several pages may be open at once. */
export class UserAgent {
  /** host name → cookie name → cookie; a port does not part cookies, just as in a browser (RFC 6265 8.5). */
  readonly #jar = new Map<string, Map<string, Cookie>>()

  /** Every address asked for, in order: what the person would have seen go by. */
  readonly visited: URL[] = []

  /** Called before an address is asked for: true stops there, and the page returned is empty but for its address. */
  stopBefore: (url: URL) => boolean = () => false

  /** Opens an address and follows every redirect. */
  get(url: URL | string): Promise<Page> {
    return this.#request(new URL(url), { method: 'GET', from: undefined })
  }

  /** Sends a form as it stands. */
  submit(form: Form): Promise<Page> {
    const body = new URLSearchParams(form.fields)
    if (form.method === 'post') return this.#request(form.action, { method: 'POST', body, from: form.page })
    const url = new URL(form.action)
    url.search = body.toString()
    return this.#request(url, { method: 'GET', from: form.page })
  }

  /** Presses the button whose label or value holds `text`. */
  press(page: Page, text: string): Promise<Page> {
    for (const form of page.forms) {
      const button = form.buttons.find((it) => it.label.includes(text) || it.value.includes(text))
      if (!button) continue
      const fields = button.name === '' ? form.fields : { ...form.fields, [button.name]: button.value }
      return this.submit({ ...form, fields })
    }
    throw new Error(`no button "${text}" on ${page.url}:\n${page.body.slice(0, 2_000)}`)
  }

  /**
   * Goes on as a browser with scripts would: sends every form that carries a SAML message and follows every
   * refresh, until a page is reached that waits for a person, or one that `stop` is content with.
   */
  async goOn(page: Page, stop: (page: Page) => boolean = () => false): Promise<Page> {
    let here = page
    for (let step = 0; step < 20; step += 1) {
      if (stop(here)) return here
      const message = samlForm(here)
      if (message) here = await this.submit(message)
      else if (here.refresh) here = await this.get(here.refresh)
      else return here
    }
    throw new Error(`no end to the forms and refreshes, last at ${here.url}`)
  }

  /** Loses what one host gave, or everything. */
  forget(host?: string): void {
    if (host === undefined) this.#jar.clear()
    else this.#jar.delete(host)
  }

  async #request(first: URL, init: { method: string; body?: URLSearchParams; from: URL | undefined }): Promise<Page> {
    let url = first
    let { method, body } = init
    for (let step = 0; step < 20; step += 1) {
      if (this.stopBefore(url)) return { url, status: 0, type: '', body: '', forms: [], refresh: undefined }
      this.visited.push(url)
      const crossSite = init.from !== undefined && init.from.hostname !== url.hostname
      const cookie = this.#cookies(url, crossSite && method === 'POST')
      const answer = await fetch(url, {
        method,
        redirect: 'manual',
        headers: {
          accept: 'text/html,*/*;q=0.8',
          'accept-language': 'da',
          'sec-fetch-site':
            init.from === undefined ? 'none' : init.from.origin === url.origin ? 'same-origin' : 'cross-site',
          'sec-fetch-mode': 'navigate',
          ...(method === 'POST' && init.from ? { origin: init.from.origin } : {}),
          ...(cookie === '' ? {} : { cookie }),
        },
        signal: AbortSignal.timeout(30_000),
        ...(body ? { body } : {}),
      })
      this.#keep(url, answer.headers.getSetCookie())
      const text = await answer.text()
      const location = answer.headers.get('location')
      if (answer.status < 300 || answer.status > 399 || location === null) return pageOf(url, answer, text)
      url = new URL(location, url)
      if (answer.status !== 307 && answer.status !== 308) {
        method = 'GET'
        body = undefined
      }
    }
    throw new Error(`no end to the redirects, last to ${url}`)
  }

  /** A form from another site brings no cookie that is marked Lax or Strict (RFC 6265bis §5.6.7.1). */
  #cookies(url: URL, crossSitePost: boolean): string {
    const cookies = this.#jar.get(url.hostname) ?? new Map<string, Cookie>()
    return [...cookies]
      .filter(([, { sameSite }]) => !(sameSite && crossSitePost))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ')
  }

  /** The value of a cookie that one host has set. */
  cookie(host: string, name: string): string | undefined {
    return this.#jar.get(host)?.get(name)?.value
  }

  #keep(url: URL, lines: string[]): void {
    const cookies = this.#jar.get(url.hostname) ?? new Map<string, Cookie>()
    this.#jar.set(url.hostname, cookies)
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(';')
      const name = pair.slice(0, pair.indexOf('=')).trim()
      const value = pair.slice(pair.indexOf('=') + 1).trim()
      if (endsNow(attributes)) cookies.delete(name)
      else cookies.set(name, { value, sameSite: attributes.some((it) => /^\s*samesite=(lax|strict)$/i.test(it)) })
    }
  }
}

/** The form on a page that carries a SAML message, if there is one. */
export function samlForm(page: Page): Form | undefined {
  return page.forms.find((form) => 'SAMLResponse' in form.fields || 'SAMLRequest' in form.fields)
}

function endsNow(attributes: string[]): boolean {
  return attributes.some((attribute) => {
    const [name = '', value = ''] = attribute.split('=').map((part) => part.trim())
    if (name.toLowerCase() === 'max-age') return Number(value) <= 0
    return name.toLowerCase() === 'expires' && Date.parse(value) < Date.now()
  })
}

function pageOf(url: URL, answer: Response, body: string): Page {
  const refresh = /url=(.+)$/i.exec(answer.headers.get('refresh') ?? '')?.[1]
  return {
    url,
    status: answer.status,
    type: answer.headers.get('content-type') ?? '',
    body,
    forms: formsIn(url, body),
    refresh: refresh === undefined ? undefined : new URL(refresh, url),
  }
}

/** Reads the forms of a page by pattern: enough for pages that are generated, and no second XML parser. */
function formsIn(base: URL, html: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/gi)].map(([, open = '', inner = '']) => {
    const { id = '', action = '', method = 'get' } = attributesOf(open)
    const form: Form = {
      page: base,
      action: new URL(action, base),
      method: method.toLowerCase() === 'post' ? 'post' : 'get',
      fields: {},
      buttons: [],
    }
    for (const control of controlsIn(inner)) if (control.form === undefined) add(form, control)
    // A control may stand outside its form and name it (HTML 4.10.18.3).
    for (const control of controlsIn(html)) if (id !== '' && control.form === id) add(form, control)
    return form
  })
}

type Control = { kind: string; name: string; value: string; label: string; form?: string | undefined }

function controlsIn(html: string): Control[] {
  const found: Control[] = []
  for (const [, input, button, content = ''] of html.matchAll(
    /<input\b([^>]*)>|<button\b([^>]*)>([\s\S]*?)<\/button>/gi,
  )) {
    const attributes = attributesOf(input ?? button ?? '')
    const { name = '', value = '', form } = attributes
    const type = (attributes.type ?? (input === undefined ? 'submit' : 'text')).toLowerCase()
    if ((type === 'checkbox' || type === 'radio') && !('checked' in attributes)) continue
    found.push({ kind: type, name, value, label: decode(content.replace(/<[^>]*>/g, ' ')).trim(), form })
  }
  for (const [, open = '', content = ''] of html.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/gi)) {
    const { name = '', form } = attributesOf(open)
    found.push({ kind: 'textarea', name, value: decode(content), label: '', form })
  }
  for (const [, open = '', content = ''] of html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/gi)) {
    const { name = '', form } = attributesOf(open)
    const options = [...content.matchAll(/<option\b([^>]*)>/gi)].map(([, option = '']) => attributesOf(option))
    const { value = '' } = options.find((option) => 'selected' in option) ?? options[0] ?? {}
    found.push({ kind: 'select', name, value, label: '', form })
  }
  return found
}

function add(form: Form, { kind, name, value, label }: Control): void {
  if (kind === 'submit') form.buttons.push({ name, value, label })
  else if (name !== '') form.fields[name] = value
}

function attributesOf(tag: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, name = '', double, single, bare] of tag.matchAll(
    /([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g,
  )) {
    found[name.toLowerCase()] = decode(double ?? single ?? bare ?? '')
  }
  return found
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

function decode(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, (whole, entity: string) => {
    if (/^#x/i.test(entity)) return String.fromCodePoint(Number.parseInt(entity.slice(2), 16))
    if (entity.startsWith('#')) return String.fromCodePoint(Number(entity.slice(1)))
    return entities[entity.toLowerCase()] ?? whole
  })
}
