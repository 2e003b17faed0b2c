import type { z } from 'zod'
import type { modelControl, providerControl } from './control-schema.ts'
import type { Fact, ModelControl, ProviderControl } from './facts.ts'
import { present } from './present.ts'

/** Provider facts of a file in the terms of the catalogue; nothing given means nothing known. */
export function toProviderControl(
  file: z.infer<typeof providerControl> | undefined,
): ProviderControl {
  return present({
    dataLeavesCompany: fact(file?.data_leaves_company),
    trainsOnData: fact(file?.trains_on_data),
    retentionDays: fact(file?.retention_days),
    zeroRetention: fact(file?.zero_retention),
    residency: fact(file?.residency),
    fineTunable: fact(file?.fine_tuning),
  }) as ProviderControl
}

/** The same for a model. */
export function toModelControl(file: z.infer<typeof modelControl> | undefined): ModelControl {
  return {
    ...toProviderControl(file),
    ...present({ retires: fact(file?.retires) }),
  } as ModelControl
}

type Given<T> = { value: T; source: string; checked: string; note?: Fact<T>['note'] | undefined }

function fact<T>(given: Given<T> | undefined): Fact<T> | undefined {
  return given && (present(given) as Fact<T>)
}
