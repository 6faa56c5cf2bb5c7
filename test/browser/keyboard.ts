/** The keyboard alone: Tab from one thing to the next, with the focus in sight at every stop, and keys on what has it. */
import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'

/** Tab stops on the longest page, with the menu before it. */
const mostTabs = 250

/** Goes to the thing by Tab, past the menu by the skip link, and holds that one can see where one is. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  const wanted = await target.elementHandle()
  for (let presses = 0; presses < mostTabs; presses++) {
    const at = await page.evaluate(whereFocusIs, wanted)
    if (at === 'there') return seesFocus(page, target)
    if (at === 'skip-link') await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
  }
  assert.fail(`${target} is not reached by Tab on ${page.url()}`)
}

/** Where the focus is, asked in the page. The skip link counts only on the way to what it leads to. */
function whereFocusIs(wanted: Element | null): 'there' | 'skip-link' | 'elsewhere' {
  const { activeElement } = document
  if (activeElement === wanted) return 'there'
  const leads = activeElement?.matches('a.skipnav') && document.querySelector('main')?.contains(wanted)
  return leads ? 'skip-link' : 'elsewhere'
}

/** A ring or a shadow round it, and not behind something else. */
async function seesFocus(page: Page, target: Locator): Promise<void> {
  const hidden = await target.evaluate((element) => {
    // Boxes to tick are drawn by their label.
    const label = element.matches('[type=radio], [type=checkbox]') ? element.nextElementSibling : null
    const frame = label ? getComputedStyle(label, '::before') : getComputedStyle(element)
    const ring = frame.outlineStyle !== 'none' && Number.parseFloat(frame.outlineWidth) >= 2
    const own = getComputedStyle(element)
    const ownRing = own.outlineStyle !== 'none' && Number.parseFloat(own.outlineWidth) >= 2
    if (!ring && !ownRing && frame.boxShadow === 'none') return 'has no visible focus'
    const { left, top, width, height } = (label ?? element).getBoundingClientRect()
    const x = left + Math.min(width / 2, 40)
    const y = top + Math.min(height / 2, 20)
    const seen = document.elementFromPoint(x, y)
    const related = seen && (element.contains(seen) || seen.contains(element) || label?.contains(seen))
    return related ? null : `is behind <${seen?.tagName} class="${seen?.className}"> when it has the focus`
  })
  assert.equal(hidden, null, `${target} ${hidden} on ${page.url()}`)
}

/** Writes over what stands in a field. The parts of a day stand as in the browser's own language: this one speaks American. */
export async function fillByKeys(page: Page, field: Locator, value: string): Promise<void> {
  await tabTo(page, field)
  if ((await field.getAttribute('type')) === 'date') {
    const [year = '', month = '', day = ''] = value.split('-')
    return page.keyboard.type(month + day + year)
  }
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(value)
}

/** Writes the first letters of what is to be chosen until it is. */
export async function chooseByKeys(page: Page, field: Locator, option: string): Promise<void> {
  await tabTo(page, field)
  const chosen = field.locator('option:checked')
  // No further than it takes: letters that have no key of their own end up in whatever was typed in before.
  for (const letter of option) {
    if ((await chosen.textContent())?.trim() === option) return
    await page.keyboard.type(letter)
  }
}

/** Of several of which one is chosen, only that one is a stop; arrows lead on from it. */
export async function tickByKeys(page: Page, box: Locator): Promise<void> {
  if ((await box.getAttribute('type')) !== 'radio') {
    await tabTo(page, box)
    return page.keyboard.press('Space')
  }
  const name = await box.getAttribute('name')
  const group = page.locator(`input[type=radio][name="${name}"]`)
  const chosen = group.and(page.locator(':checked'))
  await tabTo(page, (await chosen.count()) > 0 ? chosen : group.first())
  for (let presses = 0; presses < (await group.count()) && !(await box.isChecked()); presses++)
    await page.keyboard.press('ArrowDown')
}
