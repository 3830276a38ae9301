// What counts as text on both sides, the source's and the page's: one list of tokens.
//
// Outside code a token is a word (letters and digits together) or one other visible sign. Signs that Markdown
// gives a meaning, `* _ ~ \ | # + > -` and the accent that opens code, are told apart from text by no
// reader as plain as this one: they separate tokens and are none, on both sides. In code a token is all that
// stands between two blanks, sign by sign.
//
// Typography is made equal: no-break and thin spaces are spaces, apostrophes and quotes have one form, an ellipsis is
// three dots, dashes are hyphens, letters are composed (NFC), invisible signs are nothing.

const equal = [
  [/[\u00a0\u202f\u2000-\u200a\u3000\t\r\n]/g, ' '],
  [/[\u200b-\u200f\u2060\ufeff\u00ad\ufe0e\ufe0f\u20e3]/g, ''],
  [/[‘’ʼ′]/g, "'"],
  [/[“”„«»]/g, '"'],
  [/[–—−‑]/g, '-'],
  [/…/g, '...'],
];
const spoken = /[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}*_~`\\|#+>-]/gu;

export function normal(text) {
  return equal.reduce((done, [what, by]) => done.replace(what, by), text).normalize('NFC');
}

export const tokensOf = (text) => normal(text).match(spoken) ?? [];
export const codeTokensOf = (text) => normal(text).match(/\S+/g) ?? [];

// Tokens that are not words of one side: a block that shows a page, the caption of an embed or a file, texts of ours.
export const pageMark = '\ue000page', captionMark = '\ue000caption:', ruleMark = '\ue000';

const named = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', eacute: 'é', egrave: 'è', agrave: 'à',
  ccedil: 'ç', ecirc: 'ê', laquo: '«', raquo: '»', rsquo: '’', lsquo: '‘', ldquo: '“', rdquo: '”', hellip: '…',
  mdash: '—', ndash: '–', euro: '€', copy: '©', times: '×', rarr: '→', larr: '←', deg: '°', middot: '·', bull: '•',
  ensp: ' ', emsp: ' ', thinsp: ' ', check: '✓' };
export const entity = /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z][a-z0-9]{1,31}));/iy;

// The character that an entity stands for; undefined: it is none that we know.
export function characterOf([, hexadecimal, decimal, name]) {
  if (name) return named[name];
  const code = parseInt(hexadecimal ?? decimal, hexadecimal ? 16 : 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

export function decode(text) {
  return text.replace(new RegExp(entity.source, 'gi'), (...found) => characterOf(found) ?? found[0]);
}
