import type { Migration, MigrationProvider } from 'kysely'
import { firstTables } from './migrations/0001-first-tables.ts'
import { unknownTokensAndIndexes } from './migrations/0002-unknown-tokens-and-indexes.ts'
import { decisions } from './migrations/0003-decisions.ts'
import { spend } from './migrations/0004-spend.ts'
import { schedules } from './migrations/0005-schedules.ts'
import { access } from './migrations/0006-access.ts'
import { sourceLease } from './migrations/0007-source-lease.ts'
import { postedFigures } from './migrations/0008-posted-figures.ts'
import { oneTenant } from './migrations/0009-one-tenant.ts'
import { alertChannels } from './migrations/0010-alert-channels.ts'
import { modelCalls } from './migrations/0011-model-calls.ts'
import { inbox } from './migrations/0012-inbox.ts'
import { installations } from './migrations/0014-installations.ts'
import { privacy } from './migrations/0015-privacy.ts'
import { leftByAnswers } from './migrations/0016-left-by-answers.ts'

/** Forward only; a migration that has shipped is never edited. The same code makes SQLite and PostgreSQL tables. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first-tables': firstTables,
  '0002-unknown-tokens-and-indexes': unknownTokensAndIndexes,
  '0003-decisions': decisions,
  '0004-spend': spend,
  '0005-schedules': schedules,
  '0006-access': access,
  '0007-source-lease': sourceLease,
  '0008-posted-figures': postedFigures,
  '0009-one-tenant': oneTenant,
  '0010-alert-channels': alertChannels,
  '0011-model-calls': modelCalls,
  '0012-inbox': inbox,
  '0014-installations': installations,
  '0015-privacy': privacy,
  '0016-left-by-answers': leftByAnswers,
}

export const migrationProvider: MigrationProvider = {
  getMigrations: async () => ({ ...MIGRATIONS }),
}
