/** A resident's form as any browser without scripts would fill it in and send it. */

export interface Form {
  /** Ids of the questions in the order of the page. */
  readonly questionIds: readonly string[]
  readonly key: string
}

export async function openForm(address: string): Promise<Form> {
  const page = await fetch(address)
  if (page.status !== 200) throw new Error(`the form answered ${page.status}`)
  const html = await page.text()
  const key = /name="key" value="([^"]+)"/.exec(html)?.[1]
  if (!key) throw new Error('the form carries no key')
  const names = [...html.matchAll(/name="q\.([^"]+)"/g)].map((match) => match[1]!)
  return { questionIds: [...new Set(names)], key }
}

export type Filled = Readonly<Record<string, string | readonly string[]>>

/** Sends answers by question id; the answer of the server is not followed. */
export function send(address: string, key: string, answers: Filled): Promise<Response> {
  const body = new URLSearchParams({ key })
  for (const [questionId, answer] of Object.entries(answers)) {
    for (const value of typeof answer === 'string' ? [answer] : answer) body.append(`q.${questionId}`, value)
  }
  return fetch(address, { method: 'POST', body, redirect: 'manual' })
}
