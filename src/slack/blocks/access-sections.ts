import type { HomeAccess } from '../../access/access.ts'
import { askingLines } from '../../access/asking-text.ts'
import type { Change } from '../../access/changes.ts'
import { isOpen } from '../../access/decide.ts'
import { denialText } from '../../access/denial-text.ts'
import type { Settings } from '../../access/settings.ts'
import { alertsLine, budgetLine, namedText } from '../../access/settings-text.ts'
import type { Language } from '../../language/language.ts'
import { MENTIONS } from '../mentions.ts'
import { ACTIONS } from '../surface.ts'
import { ACCESS_WORDS } from './access-words.ts'
import { type Block, button, markedSection } from './kit.ts'

/** A heading of Home and its blocks. */
export type HomeSection = Readonly<{ title: string; blocks: readonly Block[] }>

/** Rows of one section of Home; the rest is listed by the command. */
const ROWS = 15

/** A row, and the change that takes what it shows away. */
type Row = Readonly<{ text: string; removal?: Change }>

/**
 * Who may see spend, budgets, alerts and the schedule, with buttons for admins alone; for those who
 * may not see spend only the reason, and who can grant it.
 */
export function accessSections(home: HomeAccess, language: Language): HomeSection[] {
  if ('denial' in home) {
    const why = denialText(home.denial, MENTIONS, language)
    return [{ title: ACCESS_WORDS.spend[language], blocks: [markedSection(why)] }]
  }
  const { settings, owners, admin } = home
  const drawn = (
    title: keyof typeof ACCESS_WORDS,
    rows: readonly Row[],
    actions: readonly ReturnType<typeof button>[],
  ): HomeSection => ({
    title: ACCESS_WORDS[title][language],
    blocks: [
      ...rows.slice(0, ROWS).map((row) => drawRow(row, settings, admin, language)),
      ...(rows.length > ROWS ? [markedSection(ACCESS_WORDS.more[language])] : []),
      ...(admin ? [{ type: 'actions', elements: [...actions] } as Block] : []),
    ],
  })
  const act = (id: string, label: keyof typeof ACCESS_WORDS) =>
    button(id, ACCESS_WORDS[label][language], language)
  return [
    drawn(
      'access',
      [
        ...adminRows(settings, owners, language),
        ...audienceRows(settings, language),
        ...askingLines(settings, MENTIONS, language).map((text) => ({ text })),
      ],
      [act(ACTIONS.allowSpend, 'allow'), act(ACTIONS.nameAdmin, 'nameAdmin')],
    ),
    drawn('budgets', budgetRows(settings, language), [act(ACTIONS.setBudget, 'setBudget')]),
    drawn(
      'alerts',
      [{ text: alertsLine(settings.alerts, MENTIONS, language) }],
      [act(ACTIONS.setAlerts, 'setAlerts')],
    ),
    drawn(
      'schedule',
      [{ text: ACCESS_WORDS.scheduleHow[language] }],
      [act(ACTIONS.setSchedule, 'setSchedule')],
    ),
  ]
}

/** The same as text, for the command. */
export function accessLines(
  settings: Settings,
  owners: readonly string[],
  language: Language,
): readonly string[] {
  return [
    ...adminRows(settings, owners, language),
    ...audienceRows(settings, language),
    { text: alertsLine(settings.alerts, MENTIONS, language) },
    ...askingLines(settings, MENTIONS, language).map((text) => ({ text })),
  ].map((row) => row.text)
}

/** Budgets as text, for the command. */
export function budgetLines(settings: Settings, language: Language): readonly string[] {
  return budgetRows(settings, language).map((row) => row.text)
}

function drawRow({ text, removal }: Row, settings: Settings, admin: boolean, language: Language) {
  const row = markedSection(text)
  if (!admin || removal === undefined) return row
  const value = JSON.stringify({ seen: settings.revision, change: removal })
  return {
    ...row,
    accessory: button(ACTIONS.changeSettings, ACCESS_WORDS.remove[language], value),
  } as Block
}

function adminRows(settings: Settings, owners: readonly string[], language: Language): Row[] {
  const head = `*${ACCESS_WORDS.admins[language]}*`
  const named = settings.admins.filter((id) => !owners.includes(id))
  return [
    ...(owners.length > 0 ? [{ text: `${head}: ${owners.map(MENTIONS.person).join(', ')}` }] : []),
    ...named.map((person) => ({
      text: `${head}: ${MENTIONS.person(person)}`,
      removal: { do: 'unname-admin', person } as const,
    })),
  ]
}

function audienceRows({ channels, anywhere }: Settings, language: Language): Row[] {
  const rows: Row[] = [
    ...channels.map((c) => ({
      text: `*${MENTIONS.channel(c.id)}*: ${isOpen(c) ? ACCESS_WORDS.everyone[language] : namedText(c, MENTIONS)}`,
      removal: { do: 'deny', channel: c.id, people: [], groups: [] } as const,
    })),
    ...[
      ...anywhere.people.map((id) => ({ people: [id], groups: [] })),
      ...anywhere.groups.map((id) => ({ people: [], groups: [id] })),
    ].map((who) => ({
      text: `${ACCESS_WORDS.anywhere[language]}: ${namedText(who, MENTIONS)}`,
      removal: { do: 'deny', ...who } as const,
    })),
  ]
  return channels.length > 0 ? rows : [{ text: ACCESS_WORDS.nobody[language] }, ...rows]
}

function budgetRows({ budgets }: Settings, language: Language): Row[] {
  if (budgets.length === 0) return [{ text: ACCESS_WORDS.noBudget[language] }]
  return budgets.map((budget) => ({
    text: budgetLine(budget, MENTIONS, language),
    removal: { do: 'drop-budget', ...(budget.team ? { team: budget.team } : {}) } as const,
  }))
}
