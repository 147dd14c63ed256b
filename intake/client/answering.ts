/**
 * What a telephone with scripts can do more for a resident: hide questions that are not for this person, count the characters
 * that are left, keep sending over a bad line, and, only where the person asks for it, keep a draft on the telephone.
 *
 * The page works without any of it, and the server judges what is sent in the same way. Nothing is kept unless the box is
 * ticked: telephones are shared, and an unfinished answer can be held against somebody like a finished one.
 */
interface Said {
  readonly keep: string
  readonly kept: string
  readonly left: string
  readonly over: string
  readonly sending: string
  readonly waiting: string
}

/** How conditions stand in the page, see question-frame.tsx: [all of them?, [name of the field, values]…]. */
type Conditions = readonly [boolean, readonly (readonly [string, readonly string[]])[]]

interface Draft {
  /** When it was last changed, in milliseconds. */
  readonly at: number
  readonly fields: readonly (readonly [string, string])[]
}

/** A draft that nobody came back to does not stay on the telephone. */
const DRAFT_LIFE = 3 * 24 * 3600_000
const FIRST_WAIT = 2
const LONGEST_WAIT = 60

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const form = document.forms[0]
if (form?.dataset.words) begin(form, JSON.parse(form.dataset.words) as Said)

function begin(form: HTMLFormElement, said: Said): void {
  const place = `wenping ${location.pathname}`
  const line = document.createElement('p')
  line.className = 'live'
  line.setAttribute('role', 'status')
  const end = form.querySelector('.end')
  const button = form.querySelector('button')
  if (!end || !button) return
  end.insertBefore(line, button)
  const say = (text: string) => {
    line.textContent = text
  }

  const controls = () =>
    ([].slice.call(form.elements) as Control[]).filter(({ name }) => name.slice(0, 2) === 'q.')
  const ticked = (control: Control) =>
    !('checked' in control) || !/^(radio|checkbox)$/.test(control.type) || control.checked

  // Questions that are not for this person: out of sight and out of what is sent; what was typed stays.
  const frames = [].slice.call(form.querySelectorAll('[data-if]')) as HTMLElement[]
  const hide = () => {
    for (const frame of frames) {
      const [all, conditions] = JSON.parse(frame.dataset.if ?? '[true,[]]') as Conditions
      const met = conditions.filter(([name, values]) =>
        controls().some((one) => {
          const around = one.closest('fieldset.q') as HTMLFieldSetElement | null
          return one.name === name && ticked(one) && !around?.disabled && values.indexOf(one.value) >= 0
        }),
      )
      const asked = all ? met.length === conditions.length : met.length > 0
      frame.hidden = !asked
      if ('disabled' in frame) frame.disabled = !asked
    }
  }

  // How many characters are left, once it is near the end.
  const count = (area: HTMLTextAreaElement) => {
    const left = Number(area.dataset.max) - [...area.value].length
    let note = area.nextElementSibling as HTMLElement | null
    if (!note) {
      note = document.createElement('p')
      note.className = 'hint'
      note.dir = 'auto'
      area.parentNode?.appendChild(note)
    }
    note.textContent =
      left > 100 ? '' : (left < 0 ? said.over : said.left).replace('{n}', String(Math.abs(left)))
  }
  const areas = [].slice.call(form.querySelectorAll('textarea[data-max]')) as HTMLTextAreaElement[]

  // The draft, only where it was asked for.
  const store = storage()
  const box = document.createElement('input')
  const write = () => {
    if (!store || !box.checked) return
    const fields = controls()
      .filter(ticked)
      .map(({ name, value }) => [name, value] as const)
    store.setItem(place, JSON.stringify({ at: Date.now(), fields } satisfies Draft))
  }
  const forget = () => store?.removeItem(place)
  if (store) {
    const label = document.createElement('label')
    label.className = 'o keep'
    box.type = 'checkbox'
    const text = document.createElement('span')
    text.dir = 'auto'
    text.textContent = said.keep
    label.appendChild(box)
    label.appendChild(text)
    end.insertBefore(label, line)
    box.onchange = () => {
      if (box.checked) write()
      else forget()
    }
    const draft = read(store.getItem(place))
    if (draft) {
      box.checked = true
      // A page that came back with faults already holds what was sent.
      if (!document.querySelector('.faults')) {
        for (const control of controls()) {
          const values = draft.fields.filter(([name]) => name === control.name).map(([, value]) => value)
          if (control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type))
            control.checked = values.indexOf(control.value) >= 0
          else if (values[0] !== undefined) control.value = values[0]
        }
        say(said.kept)
      }
    } else forget()
  }

  const changed = () => {
    hide()
    for (const area of areas) count(area)
    write()
  }
  form.addEventListener('input', changed)
  form.addEventListener('change', changed)
  changed()

  // Sending: again and again with the same key until the house has answered.
  if (!window.fetch || !window.URLSearchParams) return
  let wait = FIRST_WAIT
  let sending = false
  let timer = 0
  const send = () => {
    if (sending) return
    sending = true
    clearTimeout(timer)
    say(said.sending)
    const body = new URLSearchParams()
    new FormData(form).forEach((value, name) => {
      body.append(name, String(value))
    })
    const later = () => {
      sending = false
      say(said.waiting.replace('{n}', String(wait)))
      timer = window.setTimeout(send, wait * 1000)
      wait = Math.min(wait * 2, LONGEST_WAIT)
    }
    fetch(form.action, { method: 'POST', body }).then((answer) => {
      if (answer.ok) {
        // Only the receipt is answered so. Browsers of 2016 do not tell that they were led there (`redirected`), but where they are.
        forget()
        if (answer.url && answer.url !== form.action) location.replace(answer.url)
        else form.submit()
      } else if (answer.status >= 500) later()
      // What the house has to say is a page of its own; the key makes the second sending count once.
      else form.submit()
    }, later)
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    wait = FIRST_WAIT
    send()
  })
  window.addEventListener('online', () => {
    if (timer) send()
  })
}

/** Null where the browser keeps nothing, or must not. */
function storage(): Storage | null {
  try {
    const store = window.localStorage
    store.setItem('wenping', '')
    store.removeItem('wenping')
    return store
  } catch {
    return null
  }
}

function read(text: string | null): Draft | null {
  try {
    const draft = JSON.parse(text ?? 'null') as Draft | null
    return draft && Date.now() - draft.at < DRAFT_LIFE ? draft : null
  } catch {
    return null
  }
}
