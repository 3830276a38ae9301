// That the browser's ranking answers as the program's does: node tests/search/same.mjs FOLDER <answers
import fs from 'node:fs';
import vm from 'node:vm';
const folder = process.argv[2];
const context = vm.createContext({ TextEncoder, console });
vm.runInContext(fs.readFileSync('themes/cours/assets/recherche.js', 'utf8') + '\nglobalThis.recherche = recherche;', context);
const loaded = new Map();
context.recherche.loadBy(async (name) => {
  const text = fs.readFileSync(`${folder}/${name}`, 'utf8');
  loaded.set(name, text);
  vm.runInContext(text, context);
});
let wrong = 0, n = 0;
for (const line of fs.readFileSync(0, 'utf8').split('\n')) {
  if (!line.includes('\t')) continue;
  const [query, expected] = line.split('\t');
  const got = (await context.recherche.rank(query)).map((r) => `${r.page}:${r.score}:${r.sections.join(',')}`).join(' ');
  n++;
  if (got !== expected) { wrong++; console.log(`# ${query}\n#   js ${got}\n#   c  ${expected}`); }
}
console.log(`${wrong || n === 0 ? 'not ' : ''}ok - the browser gives the same first ten, in the same order: ${n} queries, ${wrong} differ`);
