// What was compared, what was dropped, and each rule that let something pass, in figures.

export class Tally {
  constructor() {
    Object.assign(this, { pages: 0, compared: 0, equal: 0, bytes: 0, dropped: {}, missing: {}, added: {}, title: {} });
  }

  count(table, key, n) {
    this[table][key] = (this[table][key] ?? 0) + n;
  }

  rule(table, key) {
    this.count(table, key, 1);
  }

  add(source, result) {
    this.pages++;
    this.compared += result.compared;
    this.equal += result.equal;
    this.bytes += source.bytes;
    for (const [kind, n] of Object.entries(source.dropped)) this.count('dropped', kind, n);
    for (const [rule, n] of Object.entries(result.missing)) this.count('missing', rule, n);
    for (const [rule, n] of Object.entries(result.added)) this.count('added', rule, n);
  }
}

const rows = (table, show) => Object.entries(table).sort(([, a], [, b]) => b - a).map(([key, n]) => `  ${show(n).padStart(8)}  ${key}`);

export function tellTable(t) {
  const share = (n) => `${(100 * n / t.bytes).toFixed(2)} %`;
  const dropped = Object.values(t.dropped).reduce((sum, n) => sum + n, 0);
  const lines = [
    `${t.compared} words and signs of ${t.pages} pages compared, ${t.equal} found as they are`,
    `${t.bytes} bytes of source, ${share(dropped)} dropped as markup:`, ...rows(t.dropped, share),
    'words that stand elsewhere or otherwise, by rule:', ...rows(t.missing, String),
    'words that the source does not have, by rule:', ...rows(t.added, String),
    'titles of pages:', ...rows(t.title, String),
  ];
  for (const line of lines) process.stdout.write(`# ${line}\n`);
}
