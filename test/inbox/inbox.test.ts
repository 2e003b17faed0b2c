import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createInbox, type Work } from '../../src/inbox/inbox.ts'
import type { Arrived } from '../../src/inbox/ports.ts'
import { type Db, openDatabase } from '../../src/storage/database.ts'
import { inboxStore } from '../../src/storage/inbox-store.ts'

let n = 0
const event = (over: Partial<Arrived> = {}): Arrived => ({
  ...{ tenant: 'A', id: `Ev${++n}`, thread: `C1:${n}`, order: String(n).padStart(9, '0') },
  body: { n },
  ...over,
})

describe('the inbox of a process', () => {
  let db: Db
  let time = 0
  beforeAll(async () => {
    db = await openDatabase({ dataDir: mkdtempSync(join(tmpdir(), 'rightsize-inbox-')) })
  })
  afterAll(() => db.destroy())
  beforeEach(async () => {
    await db.deleteFrom('inbox').execute()
    time = 1_000_000
  })
  const open = (work: Partial<Work> = {}, limits = {}, owner = 'r1') =>
    createInbox(
      {
        store: inboxStore(db),
        now: () => time,
        owner,
        wait: () => new Promise(() => undefined),
        limits,
      },
      { answer: async () => undefined, turnAway: async () => undefined, ...work },
    )
  /** Work that goes on until it is told to end. */
  const held = () => {
    const began: string[] = []
    const ends: (() => void)[] = []
    const answer: Work['answer'] = ({ id }) => {
      began.push(id)
      return new Promise((resolve) => ends.push(resolve))
    }
    return { began, answer, end: () => ends.shift()?.() }
  }
  const soon = () => new Promise((resolve) => setImmediate(resolve))
  const until = async (holds: () => boolean) => {
    for (let i = 0; i < 1_000 && !holds(); i++) await soon()
    expect(holds()).toBe(true)
  }

  it('answers an event once, however often it arrives', async () => {
    const answered: string[] = []
    const inbox = open({ answer: async ({ id }) => void answered.push(id) })
    const one = event()
    await Promise.all([inbox.accept(one), inbox.accept(one), inbox.accept(one)])
    await inbox.settled()
    expect(answered).toEqual([one.id])
  })
  it('does so many at once, and takes up the next as soon as there is room', async () => {
    const work = held()
    const inbox = open(work, { atOnce: 2 })
    const events = [event(), event(), event()]
    for (const e of events) await inbox.accept(e)
    await until(() => work.began.length === 2)
    work.end()
    await until(() => work.began.length === 3)
    work.end()
    work.end()
    await inbox.settled()
  })
  it('answers the events of a thread one after another', async () => {
    const work = held()
    const inbox = open(work)
    const [first, second] = [event({ thread: 'C1:1.0' }), event({ thread: 'C1:1.0' })]
    await inbox.accept(first)
    await inbox.accept(second)
    await until(() => work.began.length === 1)
    await inbox.tick()
    expect(work.began).toEqual([first.id])
    work.end()
    await until(() => work.began.length === 2)
    work.end()
    await inbox.settled()
    expect(work.began).toEqual([first.id, second.id])
  })
  it('prolongs what it works on, so that nobody else takes it up meanwhile', async () => {
    const work = held()
    const inbox = open(work)
    await inbox.accept(event())
    await until(() => work.began.length === 1)
    time += 15_000
    await inbox.tick()
    time += 15_000
    const taken: string[] = []
    await open({ answer: async ({ id }) => void taken.push(id) }, {}, 'r2').tick()
    expect(taken).toEqual([])
    work.end()
    await inbox.settled()
  })
  it('takes over from a process that gives no sign of life', async () => {
    const dead = held()
    await open(dead).accept(event())
    await until(() => dead.began.length === 1)
    time += 21_000
    const attempts: number[] = []
    const other = open({ answer: async ({ attempt }) => void attempts.push(attempt) }, {}, 'r2')
    await other.tick()
    await other.settled()
    expect(attempts).toEqual([2])
  })
  it('tries again later what failed', async () => {
    const attempts: number[] = []
    const inbox = open({
      answer: async ({ attempt }) => {
        attempts.push(attempt)
        if (attempt === 1) throw new Error('Slack could not be asked')
      },
    })
    await inbox.accept(event())
    await inbox.settled()
    await inbox.tick()
    expect(attempts).toEqual([1])
    time += 21_000
    await inbox.tick()
    await inbox.settled()
    expect(attempts).toEqual([1, 2])
  })
  it('tries again what failed also while it works on others', async () => {
    const others = held()
    const attempts: number[] = []
    const failing = event()
    const inbox = open({
      answer: async (taken, holds) => {
        if (taken.id !== failing.id) return others.answer(taken, holds)
        attempts.push(taken.attempt)
        if (taken.attempt === 1) throw new Error('Slack could not be asked')
      },
    })
    await inbox.accept(event())
    await inbox.accept(failing)
    await until(() => attempts.length === 1)
    for (let i = 0; i < 3; i++) {
      time += 9_000
      await inbox.tick()
    }
    await until(() => attempts.length === 2)
    others.end()
    await inbox.settled()
  })
  it('turns questions away when too many are open, and never events that are none', async () => {
    const away: string[] = []
    const work = { ...held(), turnAway: async ({ id }: Arrived) => void away.push(id) }
    const inbox = open(work, { open: 1, atOnce: 1 })
    await inbox.accept(event())
    const [question, uninstalled] = [event(), event({ thread: '' })]
    await inbox.accept(question)
    await inbox.accept(question)
    await inbox.accept(uninstalled)
    expect(away).toEqual([question.id])
    expect(await inboxStore(db).depth()).toBe(2)
    await until(() => work.began.length === 1)
    work.end()
    await until(() => work.began.length === 2)
    expect(work.began[1]).toBe(uninstalled.id)
    work.end()
    await inbox.settled()
  })
  it('that stops waits for what is under way, and gives back what is not done in time', async () => {
    const work = held()
    const inbox = createInbox(
      { store: inboxStore(db), now: () => time, owner: 'r1', wait: async () => undefined },
      { ...work, turnAway: async () => undefined },
    )
    const one = event()
    await inbox.accept(one)
    await until(() => work.began.length === 1)
    await inbox.stop(10_000)
    const taken: string[] = []
    const other = open({ answer: async ({ id }) => void taken.push(id) }, {}, 'r2')
    await other.tick()
    await other.settled()
    expect(taken).toEqual([one.id])
  })
})
