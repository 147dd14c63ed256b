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
