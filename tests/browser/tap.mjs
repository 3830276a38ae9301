// The Test Anything Protocol, as prove reads it.

let run = 0, failed = 0;

// Says why when it fails; `faults` is what went wrong, and nothing did when it is empty.
export function holds(name, faults) {
  const list = [faults].flat().filter((fault) => fault);
  run++;
  failed += list.length > 0;
  process.stdout.write(`${list.length ? 'not ' : ''}ok ${run} - ${name.replaceAll('#', '\\#')}\n`);
  for (const fault of list.slice(0, 20))
    process.stderr.write(`# ${name}: ${String(fault).replaceAll('\n', '\n#   ')}\n`);
  if (list.length > 20)
    process.stderr.write(`# ${name}: and ${list.length - 20} more\n`);
}

// The same for what must be waited for; what it throws is a fault, and the next test is run.
export async function attempt(name, find_faults) {
  holds(name, await find_faults().catch((error) => error.stack));
}

export function equals(name, got, expected) {
  holds(name, got === expected ? '' : `${JSON.stringify(got)} where ${JSON.stringify(expected)} was expected`);
}

export function finish() {
  process.stdout.write(`1..${run}\n`);
  process.exitCode = failed ? 1 : 0;
}
