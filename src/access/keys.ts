/** Beginnings by which providers mark their keys, and the shapes of tokens in general use. */
const KEYS: readonly RegExp[] = [
  /\bsk-(?=[\w-]{0,99}\d)[\w-]{16,}/,
  /\bxox[abeoprs]-[\w-]{10,}/,
  /\bxapp-\d[\w-]{10,}/,
  /\b(?:gh[oprsu]_|github_pat_|glpat-|hf_|gsk_|r8_|pplx-)(?=\w{0,99}\d)[\w-]{16,}/,
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
  /\bAIza[\w-]{30,}/,
  /\beyJ[\w-]{10,4000}\.[\w-]{10,4000}\.[\w-]{5}/,
  /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----/,
  /(?:api[ _-]?key|secret|password|passwd|비밀번호|비밀 ?키|api ?키)\s{0,9}(?:is|은|는)?\s{0,9}[:=]?\s{0,9}["'`]?(?=[^\s"'`]{0,99}\d)(?=[^\s"'`]{0,99}[A-Za-z])[\w/+.~-]{20,}/i,
]

/** Whether a text seems to hold a key, token or password, which nobody should keep or repeat. */
export function looksLikeKey(text: string): boolean {
  return KEYS.some((key) => key.test(text))
}
