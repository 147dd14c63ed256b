import { setImmediate } from 'node:timers/promises'

/** Lets `places` through at a time; the others wait in the order they came. */
export class Turnstile {
  #free: number
  readonly #waiting: (() => void)[] = []

  constructor(places: number) {
    this.#free = places
  }

  async pass<Value>(work: () => Promise<Value>): Promise<Value> {
    if (this.#free > 0) this.#free -= 1
    else await new Promise<void>((admitted) => this.#waiting.push(admitted))
    try {
      return await work()
    } finally {
      // The place goes to the next in line directly, so that a newcomer cannot slip in between.
      const next = this.#waiting.shift()
      if (next) next()
      else this.#free += 1
    }
  }
}

const desk = new Turnstile(1)

/**
 * A step that takes tens of milliseconds of this thread, in a turn of the event loop of its own: however many reports are asked
 * for at once, whoever else is served waits for one step at most.
 */
export function atDesk<Value>(step: () => Value): Promise<Value> {
  return desk.pass(async () => {
    await setImmediate()
    return step()
  })
}

/** The same for work that pauses by itself: everybody else has a turn in each of its pauses. */
export async function atDeskInSteps<Value>(work: Generator<undefined, Value>): Promise<Value> {
  for (;;) {
    const step = await atDesk(() => work.next())
    if (step.done) return step.value
  }
}
