/**
 * 规范化 JSON: one value, one text. A digest is worth something only when everybody who holds the same value writes the
 * same bytes. RFC 8785 (JSON Canonicalization Scheme): object keys sorted by UTF-16 code units, no white space, numbers
 * and strings as ECMAScript writes them.
 */

/**
 * The canonical text of a plain JSON value. Members that are undefined are left out, as JSON.stringify does.
 * @throws on what JSON cannot say (NaN, Infinity, functions, a lone surrogate): two readers would disagree about it.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`${value} has no canonical form`)
    return JSON.stringify(value)
  }
  if (typeof value === 'string') {
    // JSON.stringify would silently escape a lone surrogate; RFC 8785 §3.2.2.2 refuses it.
    if (/[\uD800-\uDFFF]/u.test(value)) throw new Error('a lone surrogate has no canonical form')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) {
    return `[${value.map((item) => canonicalJson(item === undefined ? null : item)).join(',')}]`
  }
  if (typeof value === 'object') {
    const prototype = Object.getPrototypeOf(value)
    if (prototype !== Object.prototype && prototype !== null) {
      throw new Error('only plain objects have a canonical form')
    }
    const members = value as Readonly<Record<string, unknown>>
    let text = ''
    // Without a comparison of ours, sort() compares UTF-16 code units.
    for (const key of Object.keys(members).sort()) {
      const member = members[key]
      if (member !== undefined)
        text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`
    }
    return `{${text}}`
  }
  throw new Error(`a ${typeof value} has no canonical form`)
}
