import type { WorkspaceDefaults } from '../settings/workspace-defaults.ts'

/** People allowed by themselves or by a user group, as Slack ids. */
export type Named = Readonly<{ people: readonly string[]; groups: readonly string[] }>

/** A channel in which spend may be shown; where nobody is named, to every full member there. */
export type AllowedChannel = Named & Readonly<{ id: string }>

/** A budget of a calendar month, UTC; without a team it is for all spend. */
export type Budget = Readonly<{
  team?: string
  period: 'month'
  /** Billed money in nano-units (1e-9), above zero. */
  amountNano: bigint
  /** ISO 4217 code. */
  currency: string
}>

/** Whether and where alerts between digests are posted, and how many hours a matter then stays quiet. */
export type AlertSettings = Readonly<{ on: boolean; channel?: string; coolDownHours: number }>

/** Who may ask about models, prices and sizes. Admins always may; what is asked about spend is another matter. */
export type AskingSettings = Named &
  Readonly<{
    /** Only those named, and those in the channels named; otherwise everybody. */
    limited: boolean
    channels: readonly string[]
    /** Whether guests may. */
    guests: boolean
    /** Whether people of other companies may, in channels shared with them. */
    companies: boolean
  }>

/** Who may record decisions: every full member, or only those who may see spend. */
export type Recorders = 'members' | 'analysts'

/** Who may see and set what in a workspace. The workspace's Slack owners are admins besides. */
export type Settings = Readonly<{
  /** Grows with every change; 0 while nothing was set. */
  revision: number
  changedBy?: string
  /** Epoch milliseconds. */
  changedAt?: number
  admins: readonly string[]
  /** Where spend may be shown. */
  channels: readonly AllowedChannel[]
  /** Who may see spend in the direct message, and in every allowed channel. */
  anywhere: Named
  budgets: readonly Budget[]
  alerts: AlertSettings
  asking: AskingSettings
  recorders: Recorders
  /** What is taken where a question leaves it open. */
  defaults: WorkspaceDefaults
}>

/** What holds until an admin says otherwise: nobody but admins sees spend, and everybody may ask. */
export const NOTHING_SET: Settings = {
  revision: 0,
  admins: [],
  channels: [],
  anywhere: { people: [], groups: [] },
  budgets: [],
  alerts: { on: false, coolDownHours: 72 },
  asking: {
    limited: false,
    people: [],
    groups: [],
    channels: [],
    guests: true,
    companies: true,
  },
  recorders: 'members',
  defaults: {},
}
