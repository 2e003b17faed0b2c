import type { Served } from '../answering/language-model.ts'
import type { ModelCallStore } from '../answering/ports.ts'

/** What may be spent in a calendar month (UTC), USD in nano-units. */
export type Budgets = Readonly<{ month: bigint; person: bigint; channel: bigint }>

/** Keeps calls within their budgets, those that are still running counted at the most they can cost. */
export class Budget {
  readonly #budgets: Budgets
  readonly #calls: Pick<ModelCallStore, 'spent'>
  readonly #now: () => number
  readonly #running = new Set<{ who: Served; nano: bigint }>()

  constructor(budgets: Budgets, calls: Pick<ModelCallStore, 'spent'>, now: () => number) {
    this.#budgets = budgets
    this.#calls = calls
    this.#now = now
  }

  /**
   * Sets money aside for a call before it is made.
   * @param nano the most it can cost
   * @returns gives back what was set aside; undefined where a budget does not allow the call
   */
  async reserve(who: Served, nano: bigint): Promise<(() => void) | undefined> {
    const held = { who, nano }
    this.#running.add(held)
    const release = () => {
      this.#running.delete(held)
    }
    try {
      const month = new Date(this.#now()).toISOString().slice(0, 7)
      const spent = await this.#calls.spent(who, month)
      const running = [...this.#running].filter((r) => r.who.tenant === who.tenant)
      const held = (isOwn: (r: Served) => boolean) =>
        running.reduce((sum, r) => (isOwn(r.who) ? sum + r.nano : sum), 0n)
      const fits =
        spent.month + held(() => true) <= this.#budgets.month &&
        spent.person + held((r) => r.person === who.person) <= this.#budgets.person &&
        spent.channel + held((r) => r.channel === who.channel) <= this.#budgets.channel
      if (fits) return release
    } catch (error) {
      release()
      throw error
    }
    release()
    return undefined
  }
}
