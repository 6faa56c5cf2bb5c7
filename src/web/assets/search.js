// Searches while one types on the tab Lokal IdP, by asking the server for the same page and taking over its list.
// Without scripts the button does it.
const form = document.getElementById('soegning')
const field = document.getElementById('soeg')
const parts = ['fundet', 'fundne']
let waiting
let asking

field?.addEventListener('input', () => {
  clearTimeout(waiting)
  waiting = setTimeout(search, 150)
})

async function search() {
  asking?.abort()
  asking = new AbortController()
  const address = `${form.getAttribute('action')}?${new URLSearchParams(new FormData(form))}`
  try {
    const answer = await fetch(address, { signal: asking.signal })
    if (!answer.ok) return
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    for (const id of parts) {
      const [old, fresh] = [document.getElementById(id), page.getElementById(id)]
      if (!old || !fresh) return
      // The announced sentence keeps its element: a live region speaks when its text changes.
      const [oldStatus, freshStatus] = [old.querySelector('[role=status]'), fresh.querySelector('[role=status]')]
      if (oldStatus && freshStatus) {
        oldStatus.textContent = freshStatus.textContent
        freshStatus.replaceWith(oldStatus)
      }
      old.replaceChildren(...fresh.childNodes)
    }
    history.replaceState(null, '', address)
  } catch (problem) {
    if (problem.name !== 'AbortError') form.submit()
  }
}
