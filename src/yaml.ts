import { CORE_SCHEMA, load } from 'js-yaml'

/** Parses YAML as YAML 1.2 core reads it: dates and words such as "yes" stay text. Throws on what is no YAML. */
export function parseYaml(text: string): unknown {
  return load(text, { schema: CORE_SCHEMA })
}
